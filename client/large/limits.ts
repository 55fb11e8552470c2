/** As many settlements as the service acts upon at once; a test holds it against the service's own number. */
export const maximumAtOnce = 20_000;
