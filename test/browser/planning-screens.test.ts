import { proveScreens } from './proved.ts';
import { planningScreens } from './screens.ts';

proveScreens('every screen of planning', planningScreens);
