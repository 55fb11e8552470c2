/** A part of a place name in Kazakh, in Russian by the official transcription, and in English. */
export type Stem = readonly [kk: string, ru: string, en: string];

/** Colours, numbers and qualities that Kazakh place names begin with. Ordinary words of the language. */
export const qualities: readonly Stem[] = [
  ['Ақ', 'Ак', 'Ak'],
  ['Қара', 'Кара', 'Kara'],
  ['Көк', 'Кок', 'Kok'],
  ['Сары', 'Сары', 'Sary'],
  ['Қызыл', 'Кызыл', 'Kyzyl'],
  ['Жасыл', 'Жасыл', 'Zhasyl'],
  ['Қоңыр', 'Коныр', 'Konyr'],
  ['Ала', 'Ала', 'Ala'],
  ['Жаңа', 'Жана', 'Zhana'],
  ['Ескі', 'Ески', 'Eski'],
  ['Ұзын', 'Узын', 'Uzyn'],
  ['Кең', 'Кен', 'Ken'],
  ['Терең', 'Терен', 'Teren'],
  ['Тас', 'Тас', 'Tas'],
  ['Тұз', 'Туз', 'Tuz'],
  ['Құм', 'Кум', 'Kum'],
  ['Ащы', 'Ащы', 'Ashchy'],
  ['Суық', 'Суык', 'Suyk'],
  ['Жылы', 'Жылы', 'Zhyly'],
  ['Күн', 'Кун', 'Kun'],
  ['Ай', 'Ай', 'Ai'],
  ['Бай', 'Бай', 'Bai'],
  ['Қос', 'Кос', 'Kos'],
  ['Үш', 'Уш', 'Ush'],
  ['Төрт', 'Торт', 'Tort'],
  ['Бес', 'Бес', 'Bes'],
  ['Жеті', 'Жети', 'Zheti'],
  ['Қырық', 'Кырык', 'Kyryk'],
  ['Мың', 'Мын', 'Myn'],
  ['Алма', 'Алма', 'Alma'],
  ['Арпа', 'Арпа', 'Arpa'],
  ['Қамыс', 'Камыс', 'Kamys'],
  ['Жусан', 'Жусан', 'Zhusan'],
  ['Құлан', 'Кулан', 'Kulan'],
  ['Бұғы', 'Бугы', 'Bugy'],
  ['Түйе', 'Туйе', 'Tuye'],
];

/** Waters, hills, trees and dwellings that Kazakh place names end with, as they stand inside a word. */
export const features: readonly Stem[] = [
  ['бұлақ', 'булак', 'bulak'],
  ['төбе', 'тобе', 'tobe'],
  ['су', 'су', 'su'],
  ['тау', 'тау', 'tau'],
  ['өзен', 'озен', 'ozen'],
  ['құм', 'кум', 'kum'],
  ['көл', 'коль', 'kol'],
  ['сай', 'сай', 'sai'],
  ['құдық', 'кудык', 'kudyk'],
  ['жар', 'жар', 'zhar'],
  ['ой', 'ой', 'oi'],
  ['дала', 'дала', 'dala'],
  ['қорған', 'корган', 'korgan'],
  ['кент', 'кент', 'kent'],
  ['ауыл', 'аул', 'aul'],
  ['бастау', 'бастау', 'bastau'],
  ['шоқы', 'шокы', 'shoky'],
  ['тоғай', 'тогай', 'togai'],
  ['қайнар', 'кайнар', 'kainar'],
  ['терек', 'терек', 'terek'],
  ['тал', 'тал', 'tal'],
  ['қайың', 'кайын', 'kaiyn'],
  ['арық', 'арык', 'aryk'],
  ['кемер', 'кемер', 'kemer'],
  ['өткел', 'откель', 'otkel'],
  ['жол', 'жол', 'zhol'],
  ['қоныс', 'коныс', 'konys'],
  ['шілік', 'шилик', 'shilik'],
  ['ағаш', 'агаш', 'agash'],
  ['арал', 'арал', 'aral'],
];

/** What tells one village from its namesake, as a word before the name. */
export const prefixes: readonly Stem[] = [
  ['Жоғарғы', 'Жогаргы', 'Zhogargy'],
  ['Төменгі', 'Томенги', 'Tomengi'],
  ['Үлкен', 'Улькен', 'Ulken'],
  ['Кіші', 'Киши', 'Kishi'],
  ['Орта', 'Орта', 'Orta'],
];

/** Good words that villages were named by. */
export const virtues: readonly Stem[] = [
  ['Бірлік', 'Бирлик', 'Birlik'],
  ['Достық', 'Достык', 'Dostyk'],
  ['Еңбек', 'Енбек', 'Enbek'],
  ['Талап', 'Талап', 'Talap'],
  ['Келешек', 'Келешек', 'Keleshek'],
  ['Болашақ', 'Болашак', 'Bolashak'],
  ['Ынтымақ', 'Ынтымак', 'Yntymak'],
  ['Береке', 'Береке', 'Bereke'],
  ['Игілік', 'Игилик', 'Igilik'],
  ['Жұлдыз', 'Жулдыз', 'Zhuldyz'],
  ['Шапағат', 'Шапагат', 'Shapagat'],
  ['Арай', 'Арай', 'Arai'],
  ['Мәдениет', 'Мадениет', 'Madeniet'],
  ['Өркен', 'Оркен', 'Orken'],
  ['Үміт', 'Умит', 'Umit'],
  ['Жаһан', 'Жахан', 'Zhakhan'],
];

/** Russian village names, the same in Kazakh, made of a tree, a feast or a first name of a settler. */
export const settlerNames: readonly Stem[] = [
  ['Ивановка', 'Ивановка', 'Ivanovka'],
  ['Петровка', 'Петровка', 'Petrovka'],
  ['Николаевка', 'Николаевка', 'Nikolayevka'],
  ['Покровка', 'Покровка', 'Pokrovka'],
  ['Троицкое', 'Троицкое', 'Troitskoye'],
  ['Березовка', 'Березовка', 'Berezovka'],
  ['Сосновка', 'Сосновка', 'Sosnovka'],
  ['Степное', 'Степное', 'Stepnoye'],
  ['Озерное', 'Озерное', 'Ozernoye'],
  ['Раздольное', 'Раздольное', 'Razdolnoye'],
  ['Полтавка', 'Полтавка', 'Poltavka'],
  ['Каменка', 'Каменка', 'Kamenka'],
];

/** What stands before a Russian village name in one word with it, or nothing. */
export const settlerPrefixes: readonly Stem[] = [
  ['', '', ''],
  ['', '', ''],
  ['Ново', 'Ново', 'Novo'],
  ['Верхне', 'Верхне', 'Verkhne'],
  ['Мало', 'Мало', 'Malo'],
];

/** KATO prefixes of the regions where a part of the villages has Russian names. */
export const regionsOfSettlers: readonly string[] = ['10', '11', '15', '27', '35', '39', '55', '59', '63'];
