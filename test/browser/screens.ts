import type { Page } from 'playwright-core';
import { contradictionScreens } from './screens-contradictions.ts';
import { deputyScreens } from './screens-deputy.ts';
import { importScreens } from './screens-imports.ts';
import { commitmentScreens, operatorScreens } from './screens-operator.ts';
import { challengeScreens, everyonesScreens, inquiryScreens, sharingScreens } from './screens-everyone.ts';
import { plannerScreens } from './screens-planner.ts';
import { proposingScreens } from './screens-proposing.ts';
import { scheduleScreens } from './screens-schedules.ts';
import { uncertainScreens } from './screens-uncertain.ts';
import type { ScreensCountry } from './screens-country.ts';

/** One screen of the product in one of its states. */
export interface Screen {
  /** Of its own, and fit for the name of a file. */
  name: string;
  /** The login of whoever sees it; null is nobody. */
  as: 'planner' | 'operator' | 'southerner' | 'deputy' | null;
  /** Its address; `{live}` and the like stand for what the country's links and inquiries are called. */
  at: string;
  /** What is done there until the state is reached; in any language. */
  steps?(page: Page, country: ScreensCountry): Promise<void>;
  /** What is seen once it is there. */
  shown: string;
  /** It leaves something on the device, and so has a device of its own. */
  own?: true;
  /** It speaks one language, whichever is chosen elsewhere. */
  speaks?: 'kk';
}

/** What planners work with, and the schedules that all read. */
export const planningScreens: readonly Screen[] = [
  ...plannerScreens,
  ...importScreens,
  ...scheduleScreens,
  ...uncertainScreens,
];

/** What is there for everyone, for operators and for deputies. */
export const othersScreens: readonly Screen[] = [
  ...everyonesScreens,
  ...operatorScreens,
  ...commitmentScreens,
  ...deputyScreens,
  ...contradictionScreens,
  ...inquiryScreens,
  ...challengeScreens,
  ...sharingScreens,
];

/**
 * Every screen and state that exists, each held to `proveScreens` and kept as a picture. Where a page or a state is new
 * it is added to the list of its concept, and a new list to one of the two above, unless it has a country of its own. A
 * screen can be come to again and leaves others as they are; its steps find things by their place or class, never by
 * words of one language.
 */
export const screens: readonly Screen[] = [...planningScreens, ...othersScreens, ...proposingScreens];
