// npm run backtest
import { backtest } from './backtest.ts';
import { print } from './row.ts';

for (const row of await backtest()) print(row);
