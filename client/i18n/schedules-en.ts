/** What the pages of schedules say, in English. */
export const en = {
  'approve.button': {
    one: 'Approve {count} settlement of {operator}…',
    other: 'Approve {count} settlements of {operator}…',
  },
  'approve.countered': { one: '{count} waits for your decision', other: '{count} wait for your decision' },
  'approve.done': {
    one: 'Approved: {count} settlement. The baseline is frozen and signed.',
    other: 'Approved: {count} settlements. The baseline is frozen and signed.',
  },
  'approve.effect': {
    one: 'Approve {count} settlement of {operator}',
    other: 'Approve {count} settlements of {operator}',
  },
  'approve.explained':
    'What the operator has accepted is agreed from now on and frozen as a signed baseline. Afterwards operator, technology and dates change only by a change request. What was declined stays aside.',
  'approve.not-yet': 'It cannot be approved yet:',
  'approve.title': 'Approve version {version}',
  'approve.waiting': {
    one: '{count} waits for the operator’s answer',
    other: '{count} wait for the operator’s answer',
  },

  'baselines.download': 'Download baseline {version}',
  'baselines.explained':
    'What was agreed, signed with the key of this installation. The command “baylanys verify” checks the file offline.',
  'baselines.one': 'Baseline {version}, {date}, {by}',
  'baselines.title': 'Baselines',

  'change-party.operator': 'The operator asks',
  'change-party.planner': 'The ministry asks',

  'change-requests.explained':
    'What is agreed stands until the decision. What is accepted is frozen as a new signed baseline; the old one is kept beside it.',
  'change-requests.title': 'Changes asked for',

  'change.cancel': 'Cancel instead: nothing is to be built here any more',
  'change.cancels': 'If it is accepted, these are cancelled and left out of the next baseline.',
  'change.hands-over':
    'If it is accepted, these leave the baseline of this operator and become drafts of the other, which must be sent to it and agreed.',
  'change.to-be-cancelled': 'To be cancelled.',
  'change.waits': 'A change was asked for and waits for the ministry’s decision',

  'calendar.address': 'Address of the calendar',
  'calendar.again': 'Make a new address',
  'calendar.copied': 'Copied.',
  'calendar.copy': 'Copy',
  'calendar.copy-by-hand': 'Copy the address from the field.',
  'calendar.explained':
    'Your calendar programme fetches the deadlines of your company by a secret address: answers, begin, milestones, finish. Whoever has it can read them.',
  'calendar.failed': 'The calendar was not changed.',
  'calendar.made-on': 'Address made on {date}. It is not shown again; a new one closes it.',
  'calendar.make': 'Make the address',
  'calendar.once': 'Copy it now and give it to your calendar: it is not shown again.',
  'calendar.title': 'Deadlines in your calendar',
  'calendar.withdraw': 'Withdraw the address',

  'clock.calendar-days': { one: '{count} day', other: '{count} days' },
  'clock.escalated': 'Time ran out on {date}; called upon: {officer}',
  'clock.last-day': 'Last day to answer',
  'clock.left': { one: '{count} day left', other: '{count} days left' },
  'clock.overdue': { one: '{count} day overdue', other: '{count} days overdue' },
  'clock.set': 'Set',
  'clock.set-done': 'Time to answer set',
  'clock.set-explained':
    'Holds for schedules that are sent or proposed again from now on, unless another time is given with them. Clocks that run are left alone.',
  'clock.set-failed': 'The time to answer was not set. The old one holds.',
  'clock.setting': 'Time to answer for operators: {days}',
  'clock.title': 'Time to answer',
  'clock.today': 'today is the last day',
  'clock.until': 'answer by {date}',
  'clock.working': { one: '{count} working', other: '{count} working' },
  'clock.working-days': { one: '{count} working day', other: '{count} working days' },

  'comparison.failed': 'The versions could not be compared. Nothing has changed.',
  'comparison.from': 'Compare',
  'comparison.not-there': 'not in this version',
  'comparison.same': 'The two versions have the same assignments.',
  'comparison.show': 'Show side by side',
  'comparison.title': 'Baselines {from} and {to}',
  'comparison.to': 'with',

  'decide.accept': 'Accept {count}…',
  'decide.refuse': 'Refuse {count}…',

  'documents.as': '{format}, {language}',
  'documents.title': 'The schedule as it stands',

  'operator-section.answer': 'Needs your answer',
  'operator-section.done': 'Done',
  'operator-section.later': 'Later',
  'operator-section.overdue': 'Overdue',
  'operator-section.quarter': 'This quarter',

  'operator.all-answered': 'Nothing waits for your answer.',
  'operator.empty':
    'The ministry has not sent you a schedule yet. When it does, it appears here with the days left to answer.',

  'reason-field.code': 'Reason',
  'reason-field.text': 'In words',
  'reason-field.text-hint': 'The other side reads it and answers to it.',

  'reply-row.as-it-is': 'On the terms as they are now: {step}',
  'reply-row.gone': 'It is no longer in your schedule.',
  'reply-row.present': 'Theirs, as it is now',
  'reply-row.seen': 'Mine, as I saw it',

  'schedule-section.accepted': 'Accepted, to be approved',
  'schedule-section.agreed': 'Agreed',
  'schedule-section.cancelled': 'Cancelled',
  'schedule-section.countered': 'The operator asks for other terms',
  'schedule-section.declined': 'Declined by the operator',
  'schedule-section.drafts': 'Drafts, not sent yet',
  'schedule-section.waiting': 'No answer yet',

  'schedule-state.answered': 'answered',
  'schedule-state.approved': 'approved',
  'schedule-state.draft': 'draft',
  'schedule-state.sent': 'sent, waits for answers',
  'schedule-state.superseded': 'superseded',

  'schedule-view.list': 'List',
  'schedule-view.timeline': 'Timeline',

  'schedules.all': 'All operators',
  'schedules.approved-on': 'Approved',
  'schedules.empty': 'Nothing is assigned to this operator yet. A planner assigns settlements on the map.',
  'schedules.forbidden': 'The schedules of all operators cannot be read with this account.',
  'schedules.load-failed': 'The schedule could not be loaded. Nothing is lost.',
  'schedules.loading': 'Loading the schedule…',
  'schedules.never-sent': 'Nothing has been sent to this operator yet.',
  'schedules.no-operators': 'No operator is known yet.',
  'schedules.nobody-waits': 'Every settlement that was sent has been answered.',
  'schedules.not-answered': { one: '{count} without an answer', other: '{count} without an answer' },
  'schedules.particulars': 'Particulars',
  'schedules.select-all': 'Select all {count}',
  'schedules.sent-on': 'Sent',
  'schedules.skip': 'Skip to the schedule',
  'schedules.step-failed': 'Nothing was saved. The schedule stands as it was.',
  'schedules.unknown-operator': 'There is no schedule of this operator.',
  'schedules.version': 'version {version}',
  'schedules.view': 'Show as',
  'schedules.who-waits': 'Who has not answered',

  'send.button': { one: 'Send {count} settlement to {operator}…', other: 'Send {count} settlements to {operator}…' },
  'send.effect': { one: 'Send {count} settlement to {operator}', other: 'Send {count} settlements to {operator}' },
  'send.explained':
    'The operator sees these settlements at once, and its time to answer starts today. What was sent cannot be taken back, only cancelled with a reason.',
  'send.officer-hint': 'Called upon when the time runs out.',
  'send.title': 'Send the schedule',

  'standing.at-risk': 'at risk',
  'standing.deadline': 'finish by {date}',
  'standing.on-time': 'on time',
  'standing.overdue': 'overdue',
  'standing.slipped': 'slipped',

  'step-done.accept': { one: '{count} settlement accepted', other: '{count} settlements accepted' },
  'step-done.accept-change': {
    one: '{count} change accepted, a new baseline is frozen',
    other: '{count} changes accepted, a new baseline is frozen',
  },
  'step-done.ask-change': {
    one: 'Change asked for: {count} settlement',
    other: 'Change asked for: {count} settlements',
  },
  'step-done.cancel': { one: '{count} assignment cancelled', other: '{count} assignments cancelled' },
  'step-done.counter': {
    one: 'Other terms asked for: {count} settlement',
    other: 'Other terms asked for: {count} settlements',
  },
  'step-done.decline': { one: '{count} settlement declined', other: '{count} settlements declined' },
  'step-done.propose-again': { one: '{count} settlement proposed again', other: '{count} settlements proposed again' },
  'step-done.redraft': { one: '{count} assignment is a draft again', other: '{count} assignments are drafts again' },
  'step-done.refuse-change': { one: '{count} change refused', other: '{count} changes refused' },
  'step-done.send': {
    one: '{count} settlement sent, the clock runs',
    other: '{count} settlements sent, the clock runs',
  },
  'step-done.start-construction': {
    one: 'Construction started: {count} settlement',
    other: 'Construction started: {count} settlements',
  },
  'step-done.take-counter': {
    one: 'Operator’s terms taken: {count} settlement',
    other: 'Operator’s terms taken: {count} settlements',
  },

  'step-effect.accept-change': { one: 'Accept {count} change', other: 'Accept {count} changes' },
  'step-effect.ask-change': {
    one: 'Ask for the change of {count} settlement',
    other: 'Ask for the change of {count} settlements',
  },
  'step-effect.cancel': { one: 'Cancel {count} assignment', other: 'Cancel {count} assignments' },
  'step-effect.counter': {
    one: 'Ask for other terms for {count} settlement',
    other: 'Ask for other terms for {count} settlements',
  },
  'step-effect.decline': { one: 'Decline {count} settlement', other: 'Decline {count} settlements' },
  'step-effect.propose-again': { one: 'Propose {count} settlement again', other: 'Propose {count} settlements again' },
  'step-effect.redraft': { one: 'Make {count} a draft again', other: 'Make {count} drafts again' },
  'step-effect.refuse-change': { one: 'Refuse {count} change', other: 'Refuse {count} changes' },

  'step-explained.accept-change':
    'The terms change at once, and what is agreed is frozen as a new signed baseline. The old baseline is kept, and the two can be compared.',
  'step-explained.ask-change':
    'What is agreed stands until the ministry decides. If it accepts, the terms change and a new signed baseline is frozen; the old one is kept. Fill in only what shall be otherwise.',
  'step-explained.cancel': 'The operator sees that these are cancelled, and why.',
  'step-explained.counter': 'Fill in only what shall be otherwise. The ministry takes it or proposes again.',
  'step-explained.decline': 'The ministry sees the reason. Until it has acted you can still answer otherwise.',
  'step-explained.propose-again':
    'The operator must answer anew, and its time to answer starts again. Fill in only what shall be otherwise.',
  'step-explained.redraft': 'Drafts can be changed on the map and sent anew. Fill in only what shall be otherwise.',
  'step-explained.refuse-change': 'What is agreed stands, and so does the baseline. Whoever asked reads your reason.',

  'step-title.accept-change': 'Accept changes',
  'step-title.ask-change': 'Ask for a change',
  'step-title.cancel': 'Cancel',
  'step-title.counter': 'Ask for other terms',
  'step-title.decline': 'Decline',
  'step-title.propose-again': 'Propose again',
  'step-title.redraft': 'Draft anew',
  'step-title.refuse-change': 'Refuse changes',

  'step.accept': 'Accept {count}',
  'step.ask-change': 'Ask to change {count}…',
  'step.cancel': 'Cancel {count}…',
  'step.counter': 'Other terms for {count}…',
  'step.decline': 'Decline {count}…',
  'step.propose-again': 'Propose {count} again…',
  'step.redraft': 'Draft {count} anew…',
  'step.start-construction': 'Start construction of {count}',
  'step.take-counter': 'Take the operator’s terms for {count}',

  'terms.agreed': 'As agreed',
  'terms.as-is': 'as it is: {value}',
  'terms.asked': 'Asked for',
  'terms.standing': 'As proposed',

  'timeline.finish': 'finish',
  'timeline.finishing': 'Finished in the quarter',
  'timeline.start': 'start',
  'timeline.title': 'Timeline by quarter',
  'timeline.work': 'work',
} as const;
