import type { SchedulesMessages } from './messages.ts';

/** What the pages of schedules say, in Kazakh. */
export const kk: SchedulesMessages = {
  'approve.button': '{operator}: {count} елді мекенді бекіту…',
  'approve.countered': '{count} елді мекен бойынша сіздің шешіміңіз күтілуде',
  'approve.done': 'Бекітілді: {count} елді мекен. Базалық жоспар бекітіліп, қол қойылды.',
  'approve.effect': '{operator}: {count} елді мекенді бекіту',
  'approve.explained':
    'Оператор қабылдаған шарттар осы сәттен бастап келісілген болып саналады және қол қойылған базалық жоспар ретінде бекітіледі. Бұдан кейін оператор, технология және мерзімдер тек өзгерту туралы өтінім арқылы өзгереді. Оператор бас тартқандар кестеге кірмейді.',
  'approve.not-yet': 'Әзірге бекітуге болмайды:',
  'approve.title': '{version}-нұсқаны бекіту',
  'approve.waiting': '{count} елді мекен бойынша оператордың жауабы күтілуде',

  'baselines.download': '{version}-базалық жоспарды жүктеп алу',
  'baselines.explained':
    'Келісілген жоспар, осы жүйенің кілтімен қол қойылған. Файлды «baylanys verify» пәрмені желісіз тексереді.',
  'baselines.one': '{version}-базалық жоспар, {date}, {by}',
  'baselines.title': 'Базалық жоспарлар',

  'change-party.operator': 'Бастамашы — оператор',
  'change-party.planner': 'Бастамашы — министрлік',

  'change-requests.explained':
    'Шешім қабылданғанша келісілген шарттар күшінде. Қабылданған өзгеріс қол қойылған жаңа базалық жоспармен бекітіледі; бұрынғысы онымен қатар сақталады.',
  'change-requests.title': 'Өзгерту туралы өтінімдер',

  'change.cancel': 'Оның орнына күшін жою: мұнда енді жұмыс қажет емес',
  'change.cancels': 'Өтінім қабылданса, міндеттемелердің күші жойылып, олар келесі базалық жоспарға енбейді.',
  'change.hands-over':
    'Өтінім қабылданса, міндеттемелер бұл оператордың базалық жоспарынан шығып, екінші оператордың жобасына айналады: оларды оған жіберіп, келісу керек болады.',
  'change.to-be-cancelled': 'Міндеттеменің күші жойылсын.',
  'change.waits': 'Өзгеріс сұралды, министрліктің шешімі күтілуде',

  'calendar.address': 'Күнтізбе мекенжайы',
  'calendar.again': 'Жаңа мекенжай жасау',
  'calendar.copied': 'Көшірілді.',
  'calendar.copy': 'Көшіру',
  'calendar.copy-by-hand': 'Мекенжайды өрістен көшіріп алыңыз.',
  'calendar.explained':
    'Күнтізбе бағдарламаңыз компанияның мерзімдерін құпия мекенжай арқылы алады: жауаптар, жұмыстың басталуы, аралық мерзімдер, аяқталуы. Мекенжайы бар кез келген адам оларды оқи алады.',
  'calendar.failed': 'Күнтізбе өзгерген жоқ.',
  'calendar.made-on': 'Мекенжай жасалған күні: {date}. Ол қайта көрсетілмейді; жаңасы оны жабады.',
  'calendar.make': 'Мекенжай жасау',
  'calendar.once': 'Оны қазір көшіріп, күнтізбеңізге қосыңыз: қайта көрсетілмейді.',
  'calendar.title': 'Мерзімдер күнтізбеңізде',
  'calendar.withdraw': 'Мекенжайды қайтарып алу',

  'clock.calendar-days': '{count} күнтізбелік күн',
  'clock.escalated': 'Мерзім өтті: {date}; жауапты тұлғаға хабарланды: {officer}',
  'clock.last-day': 'Жауап берудің соңғы күні',
  'clock.left': '{count} күн қалды',
  'clock.overdue': 'мерзімі {count} күн бұрын өтті',
  'clock.set': 'Белгілеу',
  'clock.set-done': 'Жауап беру мерзімі белгіленді',
  'clock.set-explained':
    'Бұдан былай жіберілетін немесе қайта ұсынылатын кестелерге қолданылады, егер жіберу кезінде басқа мерзім көрсетілмесе. Басталып кеткен мерзімдер өзгермейді.',
  'clock.set-failed': 'Жауап беру мерзімі белгіленбеді. Бұрынғысы күшінде.',
  'clock.setting': 'Операторлардың жауап беру мерзімі: {days}',
  'clock.title': 'Жауап беру мерзімі',
  'clock.today': 'бүгін — соңғы күн',
  'clock.until': 'жауап мерзімі: {date}',
  'clock.working': '{count} жұмыс күні',
  'clock.working-days': '{count} жұмыс күні',

  'comparison.failed': 'Нұсқаларды салыстыру мүмкін болмады. Ештеңе өзгерген жоқ.',
  'comparison.from': 'Қай нұсқа',
  'comparison.not-there': 'бұл нұсқада жоқ',
  'comparison.same': 'Екі нұсқадағы тағайындаулар бірдей.',
  'comparison.show': 'Қатар көрсету',
  'comparison.title': '{from}- және {to}-базалық жоспарлар',
  'comparison.to': 'қайсысымен салыстырылады',

  'decide.accept': 'Қабылдау ({count})…',
  'decide.refuse': 'Қабылдамау ({count})…',

  'documents.as': '{format}, {language}',
  'documents.title': 'Кестенің қазіргі күйі',

  'operator-section.answer': 'Сіздің жауабыңыз күтілуде',
  'operator-section.done': 'Аяқталғандар',
  'operator-section.later': 'Кейінгі тоқсандар',
  'operator-section.overdue': 'Мерзімі өткендер',
  'operator-section.quarter': 'Осы тоқсан',

  'operator.all-answered': 'Жауап күтіп тұрған елді мекен жоқ.',
  'operator.empty':
    'Министрлік сізге кесте әлі жіберген жоқ. Жіберілгенде, ол осында жауап беруге қалған күндерімен көрінеді.',

  'reason-field.code': 'Себебі',
  'reason-field.text': 'Түсіндірме',
  'reason-field.text-hint': 'Оны екінші тарап оқып, жауап береді.',

  'reply-row.as-it-is': 'Қазіргі шарттармен: {step}',
  'reply-row.gone': 'Ол енді сіздің кестеңізде жоқ.',
  'reply-row.present': 'Қазір (басқа пайдаланушылар өзгерткен)',
  'reply-row.seen': 'Қараған кезде',

  'schedule-section.accepted': 'Қабылданған, бекітуге дайын',
  'schedule-section.agreed': 'Келісілген',
  'schedule-section.cancelled': 'Күші жойылған',
  'schedule-section.countered': 'Оператор басқа шарттар ұсынды',
  'schedule-section.declined': 'Оператор бас тартты',
  'schedule-section.drafts': 'Жобалар, әлі жіберілмеген',
  'schedule-section.waiting': 'Әзірге жауап жоқ',

  'schedule-state.answered': 'жауап берілді',
  'schedule-state.approved': 'бекітілді',
  'schedule-state.draft': 'жоба',
  'schedule-state.sent': 'жіберілді, жауап күтілуде',
  'schedule-state.superseded': 'жаңа нұсқамен ауыстырылды',

  'schedule-view.list': 'Тізім',
  'schedule-view.timeline': 'Тоқсандар бойынша',

  'schedules.all': 'Барлық оператор',
  'schedules.approved-on': 'Бекітілген күні',
  'schedules.empty': 'Бұл операторға әзірге ештеңе тағайындалмаған. Елді мекендерді жоспарлаушы картада тағайындайды.',
  'schedules.forbidden': 'Бұл есептік жазбамен барлық оператордың кестелерін көруге болмайды.',
  'schedules.load-failed': 'Кестені жүктеу мүмкін болмады. Ештеңе жоғалған жоқ.',
  'schedules.loading': 'Кесте жүктелуде…',
  'schedules.never-sent': 'Бұл операторға әзірге ештеңе жіберілген жоқ.',
  'schedules.no-operators': 'Әзірге бірде-бір оператор енгізілмеген.',
  'schedules.nobody-waits': 'Жіберілген барлық елді мекен бойынша жауап берілді.',
  'schedules.not-answered': 'жауапсыз: {count}',
  'schedules.particulars': 'Толығырақ',
  'schedules.select-all': 'Барлығын таңдау ({count})',
  'schedules.sent-on': 'Жіберілген күні',
  'schedules.skip': 'Кестеге өту',
  'schedules.step-failed': 'Ештеңе сақталмады. Кесте бұрынғы күйінде.',
  'schedules.unknown-operator': 'Мұндай оператордың кестесі жоқ.',
  'schedules.version': '{version}-нұсқа',
  'schedules.view': 'Көрініс',
  'schedules.who-waits': 'Кім жауап бермеді',

  'send.button': '{operator} операторына {count} елді мекенді жіберу…',
  'send.effect': '{operator} операторына {count} елді мекенді жіберу',
  'send.explained':
    'Оператор бұл елді мекендерді бірден көреді, жауап беру мерзімі бүгіннен басталады. Жіберілгенді қайтарып алуға болмайды, тек себебін көрсетіп күшін жоюға болады.',
  'send.officer-hint': 'Мерзім өткенде осы тұлғаға хабарланады.',
  'send.title': 'Кестені жіберу',

  'standing.at-risk': 'орындалмау қаупі бар',
  'standing.deadline': 'аяқтау мерзімі: {date}',
  'standing.on-time': 'мерзімінде',
  'standing.overdue': 'мерзімі өткен',
  'standing.slipped': 'жоспардан кешігуде',

  'step-done.accept': '{count} елді мекен қабылданды',
  'step-done.accept-change': '{count} өзгеріс қабылданды, жаңа базалық жоспар бекітілді',
  'step-done.ask-change': '{count} елді мекен бойынша өзгеріс сұралды',
  'step-done.cancel': '{count} тағайындаудың күші жойылды',
  'step-done.counter': 'Басқа шарттар ұсынылды: {count} елді мекен',
  'step-done.decline': '{count} елді мекеннен бас тартылды',
  'step-done.propose-again': '{count} елді мекен қайта ұсынылды',
  'step-done.redraft': '{count} тағайындау қайта жобаға айналды',
  'step-done.refuse-change': '{count} өзгеріс қабылданбады',
  'step-done.send': '{count} елді мекен жіберілді, мерзім басталды',
  'step-done.start-construction': 'Құрылыс басталды: {count} елді мекен',
  'step-done.take-counter': 'Оператор шарттары қабылданды: {count} елді мекен',

  'step-effect.accept-change': '{count} өзгерісті қабылдау',
  'step-effect.ask-change': '{count} елді мекен бойынша өзгеріс сұрау',
  'step-effect.cancel': '{count} тағайындаудың күшін жою',
  'step-effect.counter': '{count} елді мекен бойынша басқа шарттар ұсыну',
  'step-effect.decline': '{count} елді мекеннен бас тарту',
  'step-effect.propose-again': '{count} елді мекенді қайта ұсыну',
  'step-effect.redraft': '{count} тағайындауды жобаға қайтару',
  'step-effect.refuse-change': '{count} өзгерісті қабылдамау',

  'step-explained.accept-change':
    'Шарттар бірден өзгереді, келісілгені қол қойылған жаңа базалық жоспармен бекітіледі. Бұрынғы базалық жоспар сақталады, екеуін салыстыруға болады.',
  'step-explained.ask-change':
    'Министрлік шешім қабылдағанша келісілген шарттар күшінде. Өтінім қабылданса, шарттар өзгеріп, қол қойылған жаңа базалық жоспар бекітіледі; бұрынғысы сақталады. Тек өзгеруі тиіс өрістерді толтырыңыз.',
  'step-explained.cancel': 'Оператор бұлардың күші жойылғанын және оның себебін көреді.',
  'step-explained.counter': 'Тек өзгеруі тиіс шарттарды толтырыңыз. Министрлік оны қабылдайды немесе қайта ұсынады.',
  'step-explained.decline': 'Министрлік себебін көреді. Ол шешім қабылдағанша жауабыңызды өзгерте аласыз.',
  'step-explained.propose-again':
    'Оператор қайта жауап беруі тиіс, жауап беру мерзімі қайта басталады. Тек өзгеруі тиіс шарттарды толтырыңыз.',
  'step-explained.redraft': 'Жобаларды картада өзгертіп, қайта жіберуге болады. Тек өзгеруі тиіс шарттарды толтырыңыз.',
  'step-explained.refuse-change':
    'Келісілген шарттар мен базалық жоспар күшінде қалады. Себебі өтінім иесіне көрсетіледі.',

  'step-title.accept-change': 'Өзгерістерді қабылдау',
  'step-title.ask-change': 'Өзгеріс сұрау',
  'step-title.cancel': 'Тағайындаулардың күшін жою',
  'step-title.counter': 'Басқа шарттар ұсыну',
  'step-title.decline': 'Бас тарту',
  'step-title.propose-again': 'Қайта ұсыну',
  'step-title.redraft': 'Жобаға қайтару',
  'step-title.refuse-change': 'Өзгерістерді қабылдамау',

  'step.accept': 'Қабылдау ({count})',
  'step.ask-change': 'Өзгеріс сұрау ({count})…',
  'step.cancel': 'Күшін жою ({count})…',
  'step.counter': 'Басқа шарттар ({count})…',
  'step.decline': 'Бас тарту ({count})…',
  'step.propose-again': 'Қайта ұсыну ({count})…',
  'step.redraft': 'Жобаға қайтару ({count})…',
  'step.start-construction': 'Құрылысты бастау ({count})',
  'step.take-counter': 'Оператор шарттарын қабылдау ({count})',

  'terms.agreed': 'Келісілгені',
  'terms.as-is': 'сол күйінде: {value}',
  'terms.asked': 'Ұсынылған',
  'terms.standing': 'Бастапқы',

  'timeline.finish': 'аяқталуы',
  'timeline.finishing': 'Тоқсанда аяқталады',
  'timeline.start': 'басталуы',
  'timeline.title': 'Тоқсандар бойынша кесте',
  'timeline.work': 'жұмыс',
};
