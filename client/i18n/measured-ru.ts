import type { MeasuredMessages } from './messages.ts';

/** What is said of what tests amount to, in Russian. */
export const ru: MeasuredMessages = {
  'measured-verdict.below-floor': 'показывают скорость ниже нижнего порога',
  'measured-verdict.below-threshold': 'показывают услугу ниже порога высокоскоростного доступа',
  'measured-verdict.means-meet': 'в среднем быстрые, но это не доказывает высокоскоростного доступа у большинства',
  'measured-verdict.meets': 'показывают высокоскоростной доступ',
  'measured-verdict.too-few': 'слишком малочисленны: нужно не менее {tests} замеров на {devices} устройствах',
  'measured-verdict.undecided': 'не позволяют сделать вывод: нужны ещё замеры, в других местах и на других устройствах',
  'measured.above': 'выше {percent}\u00a0%',
  'measured.anybody': 'неизвестного оператора',
  'measured.between': 'от {low} до {high}\u00a0Мбит/с с вероятностью 90\u00a0%',
  'measured.coarse': 'место известно лишь с точностью до {distance}\u00a0км: не учитывается',
  'measured.covered': 'Доля территории с высокоскоростным доступом',
  'measured.covered-residents': 'Доля жителей с высокоскоростным доступом',
  'measured.floor': 'Вероятность достижения нижнего порога',
  'measured.latest': 'последний — {date}',
  'measured.mean': 'среднее',
  'measured.means-only':
    'Все значения — средние по нескольким замерам. Среднее мало говорит о том, что есть у большинства: его поднимают несколько быстрых линий. Оно может опровергнуть или подтвердить заявление, но само по себе не доказывает высокоскоростного доступа.',
  'measured.median': 'медиана',
  'measured.meets': 'Вероятность высокоскоростного доступа',
  'measured.method':
    'Принято, что скорости распределены логнормально. Замер весит тем меньше, чем он старше и дальше и чем больше замеров сделало одно устройство; на отклонения, которые не устраняются числом замеров, отведено {bias}. При вероятности {support} замеры подтверждают скорость, при {contradict} — опровергают заявление.',
  'measured.percent': '{percent}\u00a0%',
  'measured.tests': 'Замеры',
  'measured.title': 'Что показывают замеры',
  'measured.typical': 'Обычная скорость',
  'measured.worth': 'равноценны {worth} сделанным здесь сегодня на разных устройствах',
};
