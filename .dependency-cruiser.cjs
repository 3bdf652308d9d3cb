// Who may import whom (ARCHITECTURE.md, "The house"). Type imports count.
const STAIRS = [
  'accounts',
  'areas',
  'audit',
  'media',
  'screens',
  'bulletins',
  'programmes',
  'publishing',
  'notices',
  'fleet',
  'reports',
  'connectors',
]
const never = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    never(
      'shared-is-the-ground',
      '^shared/',
      '^(cms|player|templates|scripts|test)/',
    ),
    {
      name: 'shared-has-no-builtins',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    never(
      'templates-know-only-shared',
      '^templates/',
      '^(cms|player|scripts|test)/',
    ),
    {
      name: 'frame-runs-in-browsers',
      severity: 'error',
      from: { path: '^templates/frame/' },
      to: { dependencyTypes: ['core'] },
    },
    never('frame-stands-alone', '^templates/frame/', '^templates/engine/'),
    never('cms-never-meets-player', '^cms/', '^player/'),
    never('player-never-meets-cms', '^player/', '^cms/'),
    never(
      'nobody-imports-tests-or-scripts',
      '^(shared|templates|cms|player)/',
      '^(test|scripts)/',
    ),
    never(
      'rooms-do-not-know-the-door',
      '^cms/server/(rooms|db|config)/',
      '^cms/server/(http|realtime|main\\.ts|compose\\.ts|server\\.ts)',
    ),
    never(
      'rooms-know-no-web-framework',
      '^cms/server/rooms/',
      '(^|/)node_modules/(express|socket\\.io|multer|helmet)/',
    ),
    never(
      'doors-go-through-use-cases',
      '^cms/server/(http|realtime)/',
      '(\\.repository\\.ts$|^cms/server/db/)',
    ),
    never(
      'sheets-know-no-room',
      '^cms/server/sheets/',
      '^cms/server/(rooms|http|realtime|db|jobs)/',
    ),
    never(
      'only-compose-constructs',
      '^cms/server/(?!main\\.ts|server\\.ts)',
      '^cms/server/compose\\.ts$',
    ),
    ...STAIRS.map((room, i) =>
      never(
        `stairs-${room}`,
        `^cms/server/rooms/${room}/`,
        `^cms/server/rooms/(${STAIRS.slice(i + 1).join('|') || 'NONE'})/`,
      ),
    ),
    {
      name: 'console-features-are-neighbours',
      severity: 'error',
      from: { path: '^cms/console/features/([^/]+)/' },
      to: {
        path: '^cms/console/features/',
        pathNot: '^cms/console/features/$1/',
      },
    },
    never(
      'console-ui-knows-no-feature',
      '^cms/console/ui/',
      '^cms/console/(features|app)/',
    ),
    never('console-never-reaches-the-server', '^cms/console/', '^cms/server/'),
    never(
      'core-runs-anywhere',
      '^player/core/',
      '^player/(node|stage|chromium|electron)/',
    ),
    {
      name: 'core-has-no-builtins',
      severity: 'error',
      from: { path: '^player/core/' },
      to: { dependencyTypes: ['core'] },
    },
    never('core-has-no-packages', '^player/core/', '(^|/)node_modules/'),
    never('core-knows-no-templates', '^player/core/', '^templates/'),
    never(
      'stage-is-a-page',
      '^player/stage/',
      '^player/(core|node|chromium|electron)/',
    ),
    never(
      'node-knows-no-shell',
      '^player/node/',
      '^player/(chromium|electron|stage)/',
    ),
    never('shells-are-strangers', '^player/chromium/', '^player/electron/'),
    never('shells-are-strangers-too', '^player/electron/', '^player/chromium/'),
    never(
      'player-flow-sync',
      '^player/core/sync/',
      '^player/core/(programme|stage)/',
    ),
    never(
      'player-flow-cache',
      '^player/core/cache/',
      '^player/core/(sync|programme|stage)/',
    ),
    never(
      'player-flow-programme',
      '^player/core/programme/',
      '^player/core/(sync|cache|stage)/',
    ),
    never(
      'player-flow-stage',
      '^player/core/stage/',
      '^player/core/(sync|cache)/',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
  },
}
