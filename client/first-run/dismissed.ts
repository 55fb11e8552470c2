import { computed, signal } from '@preact/signals';
import { viewer } from '../session/session.ts';
import { recall, remember } from '../store/remembered.ts';

/** On this device, for each person who signs in here. */
const nameOf = (login: string): string => `baylanys.first-steps-done.${login}`;

const written = signal(0);

/** Whether the person has put the first steps away. */
export const dismissed = computed(() => {
  void written.value;
  return viewer.value != null && recall(nameOf(viewer.value.login)) !== null;
});

function write(text: string | null): void {
  remember(nameOf(viewer.value!.login), text);
  written.value += 1;
}

export const dismissFirstSteps = (): void => write('yes');
export const showFirstSteps = (): void => write(null);
