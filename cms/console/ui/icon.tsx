// The console's own line icons on a 32-unit grid; decoration only, so hidden
// from screen readers: the words beside them carry the meaning.
const PATHS = {
  today: 'M5 15L16 5l11 10M8 13v14h16V13M13 27v-8h6v8',
  bulletin: 'M8 4h12l5 5v19H8zM20 4v5h5M12 15h9M12 20h9M12 10h4',
  screen: 'M4 6h24v16H4zM11 27h10M16 22v5',
  portrait: 'M10 3h12v22H10zM13 29h6',
  urgent: 'M16 4l13 23H3zM16 12v8M16 23.8v.2',
  search: 'M23 14a9 9 0 11-18 0 9 9 0 0118 0zM21 21l7 7',
  plus: 'M16 6v20M6 16h20',
  check: 'M6 17l7 7L27 8',
  cross: 'M7 7l18 18M25 7L7 25',
  clock: 'M28 16a12 12 0 11-24 0 12 12 0 0124 0zM16 9v7l5 3',
  up: 'M7 20l9-9 9 9',
  down: 'M7 12l9 9 9-9',
  right: 'M12 7l9 9-9 9',
  left: 'M20 7l-9 9 9 9',
  trash: 'M6 9h20M12 9V5h8v4M9 9l1 18h12l1-18M14 14v8M18 14v8',
  picture:
    'M4 6h24v20H4zM13.5 13a2.5 2.5 0 11-5 0 2.5 2.5 0 015 0zM5 24l8-7 5 4 4-3 6 5',
  offline:
    'M4 4l24 24M5 13c1.6-1.5 3.500-2.700 5.600-3.500M15 8.500c4.500-.3 8.800 1.300 12 4.500M9 18c1.300-1.200 2.800-2 4.500-2.500M20 16.200c1.200.5 2.200 1.200 3 2M16 24v.2',
  power: 'M16 4v12M9 8a11 11 0 1014 0',
  sync: 'M26 12A11 11 0 006 11M6 20a11 11 0 0020 1M26 5v7h-7M6 27v-7h7',
  place:
    'M16 29c6-7 9-11 9-15a9 9 0 10-18 0c0 4 3 8 9 15zM19 14a3 3 0 11-6 0 3 3 0 016 0z',
  person: 'M21 11a5 5 0 11-10 0 5 5 0 0110 0zM6 28c1-6 5-9 10-9s9 3 10 9',
  signOut: 'M13 5H6v22h7M12 16h15M21 10l6 6-6 6',
  menu: 'M5 8h22M5 16h22M5 24h22',
  edit: 'M5 27l1-6L21 6l5 5-15 15zM18 9l5 5',
  send: 'M4 16L28 5l-6 23-7-9zM15 19L28 5',
  eye: 'M3 16c4-6 8-9 13-9s9 3 13 9c-4 6-8 9-13 9s-9-3-13-9zM20 16a4 4 0 11-8 0 4 4 0 018 0z',
  shield: 'M16 4l10 4v8c0 6-4 10-10 12C10 26 6 22 6 16V8zM11 16l4 4 7-8',
  undo: 'M11 8l-6 6 6 6M5 14h14a7 7 0 010 14h-5',
  table: 'M4 6h24v20H4zM4 13h24M4 19.500h24M13 6v20',
  election: 'M5 14h22v13H5zM10 14l3-9h9l-2 9M12 20h8',
  party:
    'M16 4l3.600 8.800 9.400.700-7.200 6 2.300 9.200L16 23.600 7.900 28.700l2.300-9.200-7.200-6 9.400-.7z',
  economy: 'M5 27h22M8 27V17M14 27V11M20 27V15M26 27V6',
  reception: 'M4 7h24v20H4zM4 13h24M10 4v6M22 4v6M9 19h5',
  health: 'M16 27C8 21 4 17 4 12a6 6 0 0112-2 6 6 0 0112 2c0 5-4 9-12 15z',
  utilities: 'M18 3L7 18h8l-2 11 12-16h-8z',
  culture:
    'M10 23V7l16-3v16M10 23a4 4 0 11-8 0 4 4 0 018 0zM26 20a4 4 0 11-8 0 4 4 0 018 0z',
} as const

export type IconName = keyof typeof PATHS

/** One icon in the colour of its text; `size` in CSS pixels. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
