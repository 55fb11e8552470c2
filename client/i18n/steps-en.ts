// Texts of the first steps, of a person and of a country.
export const en = {
  'steps.accounts': 'Make accounts',
  'steps.accounts-how':
    'On the server, by the command “npx baylanys account”. An operator’s account names its company, a deputy’s its region.',
  'steps.answer': 'Answer',
  'steps.answer-how':
    'Tick what the ministry proposes: accept it, decline it with a reason, or ask for other terms. One or many at once.',
  'steps.ask': 'Ask',
  'steps.ask-how': 'An inquiry can be made of any place and any figure. It has a deadline, answers and an outcome.',
  'steps.assign': 'Assign',
  'steps.assign-how':
    'Press “Assign” and name operator, technology and quarters. Conflicts are shown before anything is saved, and everything can be undone.',
  'steps.country': 'Bring a country in',
  'steps.country-coverage': 'Coverage',
  'steps.country-explained': 'A country is made of files, loaded in this order.',
  'steps.country-places': 'Places',
  'steps.country-settlements': 'Settlements',
  'steps.deadlines': 'Keep the deadlines',
  'steps.deadlines-how':
    'The days left stand beside each settlement. “Deadlines in your calendar”, at the end of the list, brings them into yours.',
  'steps.dismiss': 'Understood',
  'steps.file-boundaries': 'Boundaries of regions and districts: GeoJSON.',
  'steps.file-classifier': 'The classifier of places (KATO): CSV.',
  'steps.file-coverage': 'What operators claim, official registers or measurements: GeoJSON, Shapefile, CSV, XLSX.',
  'steps.file-settlements': 'Settlements with coordinates and population: CSV, XLSX, GeoJSON.',
  'steps.find': 'Find',
  'steps.find-how': 'Search by name or code, or filter by region, status and operator. The map shows the same.',
  'steps.import': 'Bring the data in',
  'steps.import-how':
    'Places, boundaries, settlements and coverage come as files; each says first what it would change.',
  'steps.read': 'Read',
  'steps.read-how':
    'Shares of residents and settlements served, what is overdue and what changed, by country, region and district, for today or a past date.',
  'steps.report': 'Report',
  'steps.report-how':
    'On the page of a commitment: dates, obstacles, photographs, speed tests. Without a line a report waits on this device and is sent later.',
  'steps.select': 'Select',
  'steps.select-how': 'Tick settlements in the list, or draw a box or a lasso around them on the map.',
  'steps.send': 'Send',
  'steps.send-how': 'Assign the settlements on the map, then send each operator its work schedule.',
  'steps.share': 'Share',
  'steps.share-how': 'By a link that can only be read, as a file of the rows that are shown, or on paper.',
  'steps.there': '(loaded)',
  'steps.title': 'First steps',
} as const;
