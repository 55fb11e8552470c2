import type { Page } from 'playwright-core';
import type { Screen } from './screens.ts';

const signInButton = '.sign-in button[type=submit]';

const popover = (page: Page, of: string) => page.locator(`.top-bar button[popovertarget=${of}]:visible`).click();

/** What is there for everyone: the way in, notices, one's account. */
export const everyonesScreens: readonly Screen[] = [
  { name: 'sign-in', as: null, at: '/', shown: signInButton },
  {
    name: 'sign-in-refused',
    as: null,
    at: '/',
    async steps(page) {
      await page.locator('input[autocomplete=username]').fill('planner');
      await page.locator('input[autocomplete=current-password]').fill('wrong');
      await page.locator(signInButton).click();
    },
    shown: '.notice--error',
  },
  { name: 'sign-in-service-refused', as: null, at: '/?sign-in=openid-no-account', shown: '.notice--error' },
  {
    name: 'sign-in-demonstration',
    as: null,
    at: '/',
    async steps(page) {
      await page.route('**/api/installation', async (route) => {
        const reply = await (await route.fetch()).json();
        const account = (login: string) => ({ login, password: 'demo', role: login });
        const demonstrationAccounts = ['planner', 'operator', 'deputy'].map(account);
        await route.fulfill({ json: { ...reply, generated: true, demonstrationAccounts } });
      });
      await page.reload();
    },
    shown: '.sign-in .chips button',
  },
  { name: 'leaving-mail', as: null, at: '/api/unsubscribe/{leave}', shown: 'form button', speaks: 'kk' },
  { name: 'account', as: 'operator', at: '/account', shown: '.account__kinds' },
  { name: 'account-of-planner', as: 'planner', at: '/account', shown: '.account__kinds' },
  {
    name: 'account-menu',
    as: 'planner',
    at: '/schedules',
    steps: (page) => popover(page, 'account'),
    shown: '#account:popover-open',
  },
  {
    name: 'pages-menu',
    as: 'planner',
    at: '/schedules',
    async steps(page) {
      await page.locator('.top-bar').waitFor();
      await page.setViewportSize({ width: 320, height: 640 });
      await popover(page, 'pages');
    },
    shown: '#pages:popover-open',
  },
  {
    name: 'pages-more',
    as: 'planner',
    at: '/challenges',
    steps: (page) => popover(page, 'pages'),
    shown: '#pages:popover-open',
  },
  {
    name: 'notices',
    as: 'operator',
    at: '/account',
    steps: (page) => popover(page, 'notices'),
    shown: '.notice-list__row',
  },
  {
    name: 'notices-of-planner',
    as: 'planner',
    at: '/map',
    steps: (page) => popover(page, 'notices'),
    shown: '.notice-list__row',
  },
];

/** What deputies ask, and what becomes of it. */
export const inquiryScreens: readonly Screen[] = [
  { name: 'inquiries', as: 'deputy', at: '/inquiries', shown: '.inquiry' },
  { name: 'inquiries-of-operator', as: 'operator', at: '/inquiries', shown: '.inquiry' },
  { name: 'inquiries-none', as: 'southerner', at: '/inquiries', shown: '.empty' },
  { name: 'inquiries-nothing-found', as: 'planner', at: '/inquiries?region=tau', shown: '.empty' },
  { name: 'inquiry-overdue', as: 'operator', at: '{overdue}', shown: 'form textarea' },
  { name: 'inquiry-open', as: 'planner', at: '{open}', shown: 'form textarea' },
  { name: 'inquiry-answered', as: 'deputy', at: '{answered}', shown: '.inquiry__answers' },
  { name: 'inquiry-closed', as: 'deputy', at: '{closed}', shown: '.inquiry__answers' },
  { name: 'inquiry-unknown', as: 'deputy', at: '/inquiries/arqa/99', shown: '.notice--error' },
  {
    name: 'inquiry-ask',
    as: 'deputy',
    at: '/inquiries/new?region=arqa&settlement=b1&number=1&figure=15,3%20%25',
    shown: 'form textarea',
  },
  { name: 'inquiry-ask-forbidden', as: 'planner', at: '/inquiries/new', shown: '.notice--error' },
];

/** What operators claim and others dispute. */
export const challengeScreens: readonly Screen[] = [
  { name: 'challenges', as: 'planner', at: '/challenges', shown: '.inquiry ~ .inquiry' },
  { name: 'challenges-of-operator', as: 'southerner', at: '/challenges', shown: '.inquiry' },
  { name: 'challenges-nothing-found', as: 'deputy', at: '/challenges?region=nowhere', shown: '.empty' },
  {
    name: 'challenge-open',
    as: 'southerner',
    at: '{challenged}',
    async steps(page) {
      await page.locator('fieldset summary').first().click();
    },
    shown: '.speed-test input:visible',
  },
  { name: 'challenge-rebutted', as: 'planner', at: '{rebutted}', shown: 'form textarea' },
  { name: 'challenge-undefended', as: 'southerner', at: '{undefended}', shown: '.state--challenge-undefended' },
  {
    name: 'challenge-upheld',
    as: 'planner',
    at: '{upheld}',
    steps: (page) => page.locator('details.more > summary').last().click(),
    shown: 'details[open] form textarea',
  },
  { name: 'challenge-reversed', as: 'deputy', at: '{reversed}', shown: '.inquiry__answers > li:nth-child(4)' },
  { name: 'challenge-unknown', as: 'southerner', at: '/challenges/tau/9999', shown: '.notice--error' },
  {
    name: 'challenge-raise',
    as: 'deputy',
    at: '/challenges/new?region=arqa&settlement=a20',
    async steps(page) {
      await page.locator('fieldset input[type=checkbox]').first().check();
    },
    shown: 'fieldset .files',
  },
  { name: 'challenge-raise-where', as: 'planner', at: '/challenges/new?region=tau', shown: 'input[type=search]' },
  { name: 'challenge-raise-forbidden', as: 'operator', at: '/challenges/new', shown: '.notice--error' },
  { name: 'settlement-challenged', as: 'deputy', at: '/map?show=all&place=tau:t3', shown: '.status__badge--contested' },
];

const openShare = (page: Page) => page.locator('button:has(path[d^="M12 15V3M7"])').first().click();

/** What is shared, and what whoever has the link reads. */
export const sharingScreens: readonly Screen[] = [
  {
    name: 'share-dialog',
    as: 'deputy',
    at: '/map?show=all&region=arqa',
    async steps(page) {
      await openShare(page);
      await page.locator('dialog input[type=radio]').last().check();
    },
    shown: 'dialog input[type=date]',
  },
  {
    name: 'share-made',
    as: 'deputy',
    at: '/map?show=all&region=tau',
    async steps(page) {
      await openShare(page);
      await page.locator('dialog button[type=submit]').click();
    },
    shown: 'dialog input[readonly]',
  },
  { name: 'share-links', as: 'deputy', at: '/share-links', shown: '.commitment' },
  { name: 'share-links-none', as: 'planner', at: '/share-links', shown: '.empty' },
  { name: 'share-links-forbidden', as: 'operator', at: '/share-links', shown: '.notice--error' },
  {
    name: 'share-revoke-dialog',
    as: 'deputy',
    at: '/share-links',
    steps: (page) => page.locator('.commitment p > button').first().click(),
    shown: 'dialog form',
  },
  { name: 'shared', as: null, at: '/shared/{live}', shown: 'section tbody th:visible' },
  { name: 'shared-frozen', as: null, at: '/shared/{frozen}', shown: 'section tbody th:visible' },
  { name: 'shared-closed', as: null, at: '/shared/nothing', shown: 'main .panel' },
];
