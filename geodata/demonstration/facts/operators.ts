import type { Operator } from '../../../server/operators/schema.ts';

export interface OperatorFact extends Operator {
  /** Mobile network code within MCC 401; none of those in use. Null has no mobile network. */
  mobileNetwork: number | null;
}

/** Five operators that do not exist, named after winged horses and dragons of Kazakh tales. */
export const operatorFacts: readonly OperatorFact[] = [
  operator('tulpar', 'Тұлпар Мобайл', 'Тулпар Мобайл', 'Tulpar Mobile', 90, 91),
  operator('aidahar', 'Айдаһар Телеком', 'Айдахар Телеком', 'Aidahar Telecom', 70, 92),
  operator('zhetiqaraqshy', 'Жетіқарақшы Оптика', 'Жетикаракшы Оптика', 'Zhetiqaraqshy Fibre', 60, null),
  operator('kerqula', 'Керқұла Желі', 'Керкула Сеть', 'Kerqula Networks', 40, 93),
  operator('pyraq', 'Пырақ Спутник', 'Пырак Спутник', 'Pyraq Satellite', 25, null),
];

function operator(
  code: string,
  kk: string,
  ru: string,
  en: string,
  quarterlyCapacity: number,
  mobileNetwork: number | null,
): OperatorFact {
  return { code, names: { kk, ru, en }, quarterlyCapacity, mobileNetwork };
}
