import type { MeasuredMessages } from './messages.ts';

/** What is said of what tests amount to, in Kazakh. */
export const kk: MeasuredMessages = {
  'measured-verdict.below-floor': 'төменгі шектен төмен жылдамдықты көрсетеді',
  'measured-verdict.below-threshold': 'жоғары жылдамдықтан төмен қызметті көрсетеді',
  'measured-verdict.means-meet': 'орташа есеппен жылдам, бірақ бұл көпшілікте жоғары жылдамдық барын дәлелдемейді',
  'measured-verdict.meets': 'жоғары жылдамдықты қызметті көрсетеді',
  'measured-verdict.too-few': 'тым аз: кемінде {devices} құрылғыда {tests} өлшем керек',
  'measured-verdict.undecided': 'біржақты қорытынды бермейді: басқа жерлерде және басқа құрылғыларда тағы өлшеу керек',
  'measured.above': '{percent}\u00a0%-дан жоғары',
  'measured.anybody': 'операторы белгісіз',
  'measured.between': '90\u00a0% ықтималдықпен {low}–{high}\u00a0Мбит/с',
  'measured.coarse': 'орны {distance}\u00a0км дәлдікпен ғана белгілі: есепке алынбайды',
  'measured.covered': 'Жоғары жылдамдықты аумақтың үлесі',
  'measured.covered-residents': 'Жоғары жылдамдықпен қамтылған тұрғындардың үлесі',
  'measured.floor': 'Төменгі шекке жету ықтималдығы',
  'measured.latest': 'соңғысы {date}',
  'measured.mean': 'орташа мән',
  'measured.means-only':
    'Барлығы — бірнеше өлшемнің орташа мәні. Орташа мән көпшілікте не барын аз көрсетеді, өйткені оны бірнеше жылдам желі көтереді: ол мәлімдемені теріске шығара немесе растай алады, бірақ жоғары жылдамдықты өздігінен дәлелдемейді.',
  'measured.median': 'медиана',
  'measured.meets': 'Жоғары жылдамдықтың ықтималдығы',
  'measured.method':
    'Жылдамдықтар логнормаль үлестірілген деп алынады. Өлшем неғұрлым ескі әрі алыс болса және бір құрылғы неғұрлым көп өлшесе, соғұрлым аз ескеріледі; өлшем саны көбейгенмен жойылмайтын ауытқуға {bias} қалдырылған. {support} ықтималдықта өлшемдер жылдамдықты растайды, {contradict} ықтималдықта мәлімдемені теріске шығарады.',
  'measured.percent': '{percent}\u00a0%',
  'measured.tests': 'Өлшемдер',
  'measured.title': 'Өлшемдер нені көрсетеді',
  'measured.typical': 'Әдеттегі жылдамдық',
  'measured.worth': 'бүгін осында әр құрылғыда жасалған {worth} өлшемге тең',
};
