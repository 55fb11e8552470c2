import type { SchedulesMessages } from './messages.ts';

/** What the pages of schedules say, in Russian. */
export const ru: SchedulesMessages = {
  'approve.button': 'Утвердить населённые пункты ({count}): {operator}…',
  'approve.countered': 'ожидают вашего решения: {count}',
  'approve.done': 'Утверждено населённых пунктов: {count}. Базовый план зафиксирован и подписан.',
  'approve.effect': 'Утвердить населённые пункты ({count}): {operator}',
  'approve.explained':
    'Принятое оператором считается согласованным и фиксируется в подписанном базовом плане. После этого оператор, технология и сроки меняются только по запросу на изменение. Отклонённое в план не входит.',
  'approve.not-yet': 'Утвердить пока нельзя:',
  'approve.title': 'Утверждение версии {version}',
  'approve.waiting': 'ожидают ответа оператора: {count}',

  'baselines.download': 'Скачать базовый план {version}',
  'baselines.explained':
    'Согласованный план, подписанный ключом этой системы. Команда «baylanys verify» проверяет файл без сети.',
  'baselines.one': 'Базовый план {version}, {date}, {by}',
  'baselines.title': 'Базовые планы',

  'change-party.operator': 'Инициатор — оператор',
  'change-party.planner': 'Инициатор — министерство',

  'change-requests.explained':
    'До решения действует согласованное. Принятое изменение фиксируется новым подписанным базовым планом; прежний сохраняется рядом с ним.',
  'change-requests.title': 'Запросы на изменение',

  'change.cancel': 'Вместо этого отменить: работы здесь больше не нужны',
  'change.cancels': 'Если запрос примут, обязательства будут отменены и не войдут в следующий базовый план.',
  'change.hands-over':
    'Если запрос примут, обязательства выйдут из базового плана этого оператора и станут проектами другого: их нужно будет отправить ему и согласовать.',
  'change.to-be-cancelled': 'Отменить обязательство.',
  'change.waits': 'Запрошено изменение, ожидается решение министерства',

  'calendar.address': 'Адрес календаря',
  'calendar.again': 'Создать новый адрес',
  'calendar.copied': 'Скопировано.',
  'calendar.copy': 'Копировать',
  'calendar.copy-by-hand': 'Скопируйте адрес из поля.',
  'calendar.explained':
    'Ваша программа-календарь получает сроки компании по секретному адресу: ответы, начало работ, промежуточные сроки, завершение. Их может прочитать любой, у кого есть адрес.',
  'calendar.failed': 'Календарь не изменён.',
  'calendar.made-on': 'Адрес создан {date}. Повторно он не показывается; новый адрес закроет его.',
  'calendar.make': 'Создать адрес',
  'calendar.once': 'Скопируйте его сейчас и добавьте в календарь: повторно он не показывается.',
  'calendar.title': 'Сроки в вашем календаре',
  'calendar.withdraw': 'Отозвать адрес',

  'clock.calendar-days': {
    one: '{count} календарный день',
    few: '{count} календарных дня',
    many: '{count} календарных дней',
    other: '{count} календарного дня',
  },
  'clock.escalated': 'Срок истёк: {date}; уведомлено ответственное лицо: {officer}',
  'clock.last-day': 'Последний день для ответа',
  'clock.left': {
    one: 'остался {count} день',
    few: 'осталось {count} дня',
    many: 'осталось {count} дней',
    other: 'осталось {count} дня',
  },
  'clock.overdue': {
    one: 'просрочено на {count} день',
    few: 'просрочено на {count} дня',
    many: 'просрочено на {count} дней',
    other: 'просрочено на {count} дня',
  },
  'clock.set': 'Установить',
  'clock.set-done': 'Срок ответа установлен',
  'clock.set-explained':
    'Действует для графиков, которые будут отправлены или предложены повторно, если при отправке не указан другой срок. Уже идущие сроки не меняются.',
  'clock.set-failed': 'Срок ответа не установлен. Действует прежний.',
  'clock.setting': 'Срок ответа операторов: {days}',
  'clock.title': 'Срок ответа',
  'clock.today': 'сегодня последний день',
  'clock.until': 'ответить до: {date}',
  'clock.working': {
    one: '{count} рабочий',
    few: '{count} рабочих',
    many: '{count} рабочих',
    other: '{count} рабочего',
  },
  'clock.working-days': {
    one: '{count} рабочий день',
    few: '{count} рабочих дня',
    many: '{count} рабочих дней',
    other: '{count} рабочего дня',
  },

  'comparison.failed': 'Сравнить версии не удалось. Ничего не изменилось.',
  'comparison.from': 'Сравнить',
  'comparison.not-there': 'в этой версии нет',
  'comparison.same': 'Назначения в обеих версиях одинаковы.',
  'comparison.show': 'Показать рядом',
  'comparison.title': 'Базовые планы {from} и {to}',
  'comparison.to': 'с версией',

  'decide.accept': 'Принять ({count})…',
  'decide.refuse': 'Отклонить ({count})…',

  'documents.as': '{format}, {language}',
  'documents.title': 'График в текущем виде',

  'operator-section.answer': 'Ожидают вашего ответа',
  'operator-section.done': 'Завершено',
  'operator-section.later': 'Позже',
  'operator-section.overdue': 'Просрочено',
  'operator-section.quarter': 'В этом квартале',

  'operator.all-answered': 'Населённых пунктов, ожидающих ответа, нет.',
  'operator.empty':
    'Министерство ещё не направило вам график. Когда он поступит, он появится здесь с указанием срока ответа.',

  'reason-field.code': 'Причина',
  'reason-field.text': 'Пояснение',
  'reason-field.text-hint': 'Его прочитает и на него ответит другая сторона.',

  'reply-row.as-it-is': 'На нынешних условиях: {step}',
  'reply-row.gone': 'Его больше нет в вашем графике.',
  'reply-row.present': 'Сейчас (изменено другими пользователями)',
  'reply-row.seen': 'На момент просмотра',

  'schedule-section.accepted': 'Принято, к утверждению',
  'schedule-section.agreed': 'Согласовано',
  'schedule-section.cancelled': 'Отменено',
  'schedule-section.countered': 'Оператор предлагает другие условия',
  'schedule-section.declined': 'Отклонено оператором',
  'schedule-section.drafts': 'Проекты, ещё не направлены',
  'schedule-section.waiting': 'Ответа ещё нет',

  'schedule-state.answered': 'получен ответ',
  'schedule-state.approved': 'утверждён',
  'schedule-state.draft': 'проект',
  'schedule-state.sent': 'направлен, ожидает ответа',
  'schedule-state.superseded': 'заменён',

  'schedule-view.list': 'Список',
  'schedule-view.timeline': 'По кварталам',

  'schedules.all': 'Все операторы',
  'schedules.approved-on': 'Утверждён',
  'schedules.empty': 'Этому оператору пока ничего не назначено. Населённые пункты назначает планировщик на карте.',
  'schedules.forbidden': 'С этой учётной записью нельзя смотреть графики всех операторов.',
  'schedules.load-failed': 'График загрузить не удалось. Ничего не потеряно.',
  'schedules.loading': 'Загрузка графика…',
  'schedules.never-sent': 'Этому оператору ещё ничего не направлялось.',
  'schedules.no-operators': 'Операторов пока нет.',
  'schedules.nobody-waits': 'По всем направленным населённым пунктам ответ получен.',
  'schedules.not-answered': 'без ответа: {count}',
  'schedules.particulars': 'Подробнее',
  'schedules.select-all': 'Выбрать все ({count})',
  'schedules.sent-on': 'Направлен',
  'schedules.skip': 'Перейти к графику',
  'schedules.step-failed': 'Ничего не сохранено. График остался прежним.',
  'schedules.unknown-operator': 'Графика такого оператора нет.',
  'schedules.version': 'версия {version}',
  'schedules.view': 'Вид',
  'schedules.who-waits': 'Кто не ответил',

  'send.button': 'Направить населённые пункты ({count}): {operator}…',
  'send.effect': 'Направить населённые пункты ({count}): {operator}',
  'send.explained':
    'Оператор сразу увидит эти населённые пункты, срок ответа начнётся сегодня. Отозвать направленное нельзя, можно только отменить с указанием причины.',
  'send.officer-hint': 'Будет уведомлено по истечении срока.',
  'send.title': 'Направление графика',

  'standing.at-risk': 'под угрозой срыва',
  'standing.deadline': 'завершить не позднее {date}',
  'standing.on-time': 'в срок',
  'standing.overdue': 'просрочено',
  'standing.slipped': 'отстаёт от плана',

  'step-done.accept': 'Принято населённых пунктов: {count}',
  'step-done.accept-change': {
    one: 'Принято {count} изменение, зафиксирован новый базовый план',
    few: 'Принято {count} изменения, зафиксирован новый базовый план',
    many: 'Принято {count} изменений, зафиксирован новый базовый план',
    other: 'Принято {count} изменения, зафиксирован новый базовый план',
  },
  'step-done.ask-change': {
    one: 'Запрошено изменение по {count} населённому пункту',
    few: 'Запрошено изменение по {count} населённым пунктам',
    many: 'Запрошено изменение по {count} населённым пунктам',
    other: 'Запрошено изменение по {count} населённого пункта',
  },
  'step-done.cancel': 'Отменено назначений: {count}',
  'step-done.counter': 'Предложены другие условия для населённых пунктов: {count}',
  'step-done.decline': 'Отклонено населённых пунктов: {count}',
  'step-done.propose-again': 'Повторно предложено населённых пунктов: {count}',
  'step-done.redraft': 'Возвращено в проекты назначений: {count}',
  'step-done.refuse-change': {
    one: 'Отклонено {count} изменение',
    few: 'Отклонено {count} изменения',
    many: 'Отклонено {count} изменений',
    other: 'Отклонено {count} изменения',
  },
  'step-done.send': 'Направлено населённых пунктов: {count}, срок ответа начался',
  'step-done.start-construction': 'Начато строительство в населённых пунктах: {count}',
  'step-done.take-counter': 'Условия оператора приняты для населённых пунктов: {count}',

  'step-effect.accept-change': {
    one: 'Принять {count} изменение',
    few: 'Принять {count} изменения',
    many: 'Принять {count} изменений',
    other: 'Принять {count} изменения',
  },
  'step-effect.ask-change': {
    one: 'Запросить изменение по {count} населённому пункту',
    few: 'Запросить изменение по {count} населённым пунктам',
    many: 'Запросить изменение по {count} населённым пунктам',
    other: 'Запросить изменение по {count} населённого пункта',
  },
  'step-effect.cancel': 'Отменить назначения: {count}',
  'step-effect.counter': 'Предложить другие условия: {count}',
  'step-effect.decline': 'Отклонить населённые пункты: {count}',
  'step-effect.propose-again': 'Повторно предложить населённые пункты: {count}',
  'step-effect.redraft': 'Вернуть в проекты: {count}',
  'step-effect.refuse-change': {
    one: 'Отклонить {count} изменение',
    few: 'Отклонить {count} изменения',
    many: 'Отклонить {count} изменений',
    other: 'Отклонить {count} изменения',
  },

  'step-explained.accept-change':
    'Условия изменятся сразу, а согласованное будет зафиксировано новым подписанным базовым планом. Прежний базовый план сохраняется, их можно сравнить.',
  'step-explained.ask-change':
    'До решения министерства действует согласованное. Если запрос примут, условия изменятся и будет зафиксирован новый подписанный базовый план; прежний сохранится. Заполните только то, что должно измениться.',
  'step-explained.cancel': 'Оператор увидит отмену и её причину.',
  'step-explained.counter':
    'Заполните только то, что должно быть изменено. Министерство примет ваши условия или направит новое предложение.',
  'step-explained.decline': 'Министерство увидит причину. Пока оно не приняло решения, ответ можно изменить.',
  'step-explained.propose-again':
    'Оператор должен ответить заново, срок ответа начнётся снова. Заполните только то, что должно быть изменено.',
  'step-explained.redraft':
    'Проекты можно изменить на карте и направить заново. Заполните только то, что должно быть изменено.',
  'step-explained.refuse-change':
    'Согласованное и базовый план остаются в силе. Причина будет показана автору запроса.',

  'step-title.accept-change': 'Принять изменения',
  'step-title.ask-change': 'Запросить изменение',
  'step-title.cancel': 'Отмена назначений',
  'step-title.counter': 'Встречное предложение',
  'step-title.decline': 'Отклонение',
  'step-title.propose-again': 'Повторное предложение',
  'step-title.redraft': 'Возврат в проекты',
  'step-title.refuse-change': 'Отклонить изменения',

  'step.accept': 'Принять ({count})',
  'step.ask-change': 'Запросить изменение ({count})…',
  'step.cancel': 'Отменить ({count})…',
  'step.counter': 'Другие условия ({count})…',
  'step.decline': 'Отклонить ({count})…',
  'step.propose-again': 'Предложить снова ({count})…',
  'step.redraft': 'Вернуть в проекты ({count})…',
  'step.start-construction': 'Начать строительство ({count})',
  'step.take-counter': 'Принять условия оператора ({count})',

  'terms.agreed': 'Согласовано',
  'terms.as-is': 'как есть: {value}',
  'terms.asked': 'Предложено',
  'terms.standing': 'Исходно',

  'timeline.finish': 'завершение',
  'timeline.finishing': 'Завершается в квартале',
  'timeline.start': 'начало',
  'timeline.title': 'График по кварталам',
  'timeline.work': 'работы',
};
