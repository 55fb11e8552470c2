// npm run backtest
import { backtest } from './backtest.ts';
import { compareRoutes } from './inspection-routes.ts';
import { print } from './row.ts';

for (const row of [...(await backtest()), ...(await compareRoutes())]) print(row);
