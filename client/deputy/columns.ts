/** The columns of the table of parts, by which it is sorted. */
export const columns = ['name', 'counted', 'served', 'share', 'flagged', 'overdue'] as const;
export type Column = (typeof columns)[number];

export interface Order {
  by: Column;
  descending: boolean;
}
