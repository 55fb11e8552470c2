// What comes when it is shown, in one file.
export { CountrySteps } from './country-steps.tsx';
export { FirstSteps } from './first-steps.tsx';
