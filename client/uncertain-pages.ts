// The pages of what is uncertain, in one script: they share most of what they are made of.
export { InspectionsPage } from './inspections/page.tsx';
export { WhatIfPage } from './what-if/page.tsx';
