import { proposingCountry } from './proposing-country.ts';
import { proveScreens } from './proved.ts';
import { proposingScreens } from './screens-proposing.ts';

proveScreens('every screen of scenarios', proposingScreens, proposingCountry);
