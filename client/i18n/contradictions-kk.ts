import type { ContradictionsMessages } from './messages.ts';

/** What the register of contradictions says, in Kazakh. */
export const kk: ContradictionsMessages = {
  'contradictions-side.contradicted': 'Теріске шығарылған мәлімдемелер',
  'contradictions-side.unclaimed': 'Мәлімделмеген қызмет',
  'contradictions.about':
    'Жылдамдық өлшемдері немесе орнында тексеру операторлардың мәлімдемелеріне қайшы келетін және ешкім мәлімдемеген қызмет өлшемдермен анықталған жерлер.',
  'contradictions.about-own':
    'Жылдамдық өлшемдері немесе орнында тексеру компанияңыздың мәлімдемелеріне қайшы келетін жерлер.',
  'contradictions.at-least': 'кемінде {confidence}',
  'contradictions.by': 'Немен теріске шығарылады',
  'contradictions.by-operator': 'Операторлар бойынша',
  'contradictions.by-region': 'Облыстар бойынша',
  'contradictions.by-size': 'Халық саны бойынша',
  'contradictions.challenge': 'Даулау',
  'contradictions.claims': 'Мәлімдемелер',
  'contradictions.confidence': 'Сенімділігі',
  'contradictions.count': 'Теріске шығарылған {count} мәлімдеме',
  'contradictions.failed': 'Тізілімді жүктеу мүмкін болмады.',
  'contradictions.found': 'Анықталғаны',
  'contradictions.inspected': 'орнында тексерілген',
  'contradictions.method':
    'Сенімділік — әдеттегі пайдаланушы жылдамдығының норматив жол беретін шектен төмен болу ықтималдығы; ол өлшемдердің саны, ескілігі, қашықтығы және шашырауы бойынша есептелген. Жалған мәлімдемелер аз болса, ол көрсетілгеннен сирегірек расталады.',
  'contradictions.method-unclaimed':
    'Сенімділік — әдеттегі жылдамдықтың төменгі шекке жету ықтималдығы. Өлшемдердің орташа мәні қызмет барын көрсетеді, бірақ оның көпшілікте барын көрсетпейді.',
  'contradictions.misled': 'Теріске шығарылатын мәлімдемелер',
  'contradictions.none': 'Бірде-бір өлшем не тексеру мәлімдемелерге қайшы келмейді.',
  'contradictions.none-unclaimed': 'Ешкім мәлімдемеген қызмет өлшемдермен анықталған елді мекен жоқ.',
  'contradictions.order': 'Алдымен тұрғыны ең көптері.',
  'contradictions.parts': 'Тізілімдер',
  'contradictions.print': 'Басып шығару',
  'contradictions.residents': 'Тұрғындар',
  'contradictions.said': 'Мәлімделгені',
  'contradictions.settlements': 'Елді мекендер',
  'contradictions.size': 'Халық саны',
  'contradictions.skip': 'Тізілімге өту',
  'contradictions.some-service': 'Қызметтің бар екенінің сенімділігі',
  'contradictions.unclaimed': 'Ешкім мәлімдемеген қызмет',
  'contradictions.unknown-operator': 'оператор белгісіз',
  'settlement-size.above-5000': '5 000-нан көп',
  'settlement-size.to-1000': '501–1 000',
  'settlement-size.to-250': '250-ге дейін',
  'settlement-size.to-500': '251–500',
  'settlement-size.to-5000': '1 001–5 000',
  'settlement-size.unknown': 'белгісіз',
};
