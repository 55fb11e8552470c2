/** Line icons, in a box of 24 by 24. */
const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  history: 'M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5M12 7v5l3.5 2',
  help: 'M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .9-1 1.7v.5M12 17.5v.1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM20 20l-4-4',
  filter: 'M4 5h16l-6 8v5l-4 2v-7z',
  move: 'M12 3v18M3 12h18M12 3L9 6m3-3l3 3M12 21l-3-3m3 3l3-3M3 12l3-3m-3 3l3 3M21 12l-3-3m3 3l-3 3',
  box: 'M4 4h3M10 4h4M17 4h3M4 20h3M10 20h4M17 20h3M4 4v3M4 10v4M4 17v3M20 4v3M20 10v4M20 17v3',
  lasso: 'M7 15c-6-3-4-11 5-11s12 7 7 10-9 2-12 1zm0 0c-2 2 1 3 0 6',
  view: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 12h6M12 9v6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.3v.1',
  account: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21a8 8 0 0 1 16 0',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2.5h-15zM10 21h4',
  upload: 'M12 16V4M7 9l5-5 5 5M4 20h16',
  down: 'M7 10l5 5 5-5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  share: 'M12 15V3M7 8l5-5 5 5M6 12H4v9h16v-9h-2',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1',
} as const;

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
