import type { TransferStrings } from './zh-CN.ts';

export const en: TransferStrings = {
  help: {
    all: `sunlit: the command line of Sunlit

Usage: sunlit <command> [options]

  import   take in what was published elsewhere, from CSV, XLSX or JSON
  export   write a listing as CSV, XLSX or JSON Lines
  archive  write a complete archive: records, revisions, files, changes, checksums
  restore  bring an archive into an empty database (SQLite or PostgreSQL)
  backup   copy the data while the server runs (SQLite)
  admin    make an administrator, or let one in again
  rotate-keys  change the master key of personal data
  kiosk    run on a touch screen's own box: its small server, and the browser's watchdog

--help after a command explains it; --lang zh-CN, zh-Hant or en sets the language.
The data is where the server has it: SUNLIT_DATA, DATABASE_URL.
Exit codes: 0 done; 1 refused, nothing changed; 2 wrong usage; 3 failed; 130 interrupted, nothing changed.`,
    import: `Usage: sunlit import FILE.csv|xlsx|json|jsonl --agency ID --kind K [options]

All rows are read and judged first. If one is not right, every reason is listed and no row is imported. Otherwise all are published at once.
A row whose sourceId was imported before updates what is there instead of doubling it; an unchanged one is passed over.

  --agency ID       the agency that publishes
  --kind K          one of {{kinds}}
  --dry-run         judge only, import nothing
  --map FILE        which column is what: {"columns": {"Number": "docNo"}, "constants": {"fields.genre": "rules"}}
  --save-map FILE   keep the mapping that was used, to be changed and given to --map
  --system NAME     the system the ids come from; two systems may use the same ids (default: default)
  --lang LANG       language

Needed columns: sourceId, publishedOn, title. The first row names the columns; CSV in UTF-8 or GB18030. See docs/import-export.md.`,
    export: `Usage: sunlit export --out FILE.csv|xlsx|jsonl [options]

Writes what the public can find, by the filters of the search.

  --out FILE        where to; "-" is standard output
  --format F        csv, xlsx or jsonl; by the name of the file unless said
  --q WORDS  --agency ID  --scope subtree|only  --category ID  --kind K  --year YYYY
  --validity V  --open-term T  --from YYYY-MM-DD  --to YYYY-MM-DD
  --lang LANG       language, also of the headers`,
    archive: `Usage: sunlit archive ARCHIVE.zip|DIRECTORY

Writes all records, revisions, tombstones, links, changes, categories, agencies, calendars and files, with the SHA-256 of each file.
The server may run meanwhile. The archive holds withdrawn texts: it is not for the public. Above 4 GB take a directory. Format: docs/archive.md.

  --lang LANG       language`,
    restore: `Usage: sunlit restore ARCHIVE.zip|DIRECTORY

Checks every checksum first, then fills an empty database; one that is not empty is refused. All of it is restored, or nothing.

  --lang LANG       language`,
    backup: `Usage: sunlit backup DIRECTORY

Copies the SQLite database, the files and the session key while the server runs, and checks the copy. The directory must be new or empty.
To use a backup: stop the server, point SUNLIT_DATA at it (or at a copy), start. For PostgreSQL use pg_dump, and copy the files.

  --lang LANG       language`,
    'rotate-keys': `Usage: sunlit rotate-keys

Wraps the keys of all requests by the first master key of SUNLIT_DATA_KEYS (or of data.keys in the data directory). The server may run meanwhile.
Put the new key first and restart all servers; run this; then take the old key out and restart. Old backups still need the old key.

  --lang LANG       language`,
    admin: `Usage: sunlit admin USERNAME [--agency ID --name NAME [--level city|county|township|village]]

Makes an administrator, or lets one in again who lost the password: shows a password that must be changed when it is first used.
Where there is no agency yet, --agency and --name make the first one, too.

  --lang LANG       language`,
    kiosk: `Usage: sunlit kiosk serve|run --api URL --agency ID [options]

Runs on the box of a touch screen. serve: serves the app to the browser on this box, passes calls to the API, and keeps on disk what the page
must not lose; it starts and searches with the line cut. run: also starts the browser full screen, and again whenever it ends, crashes or
falls silent. Listens on 127.0.0.1 only; notes nothing of what anybody asks.

  --api URL           where the API is (SUNLIT_API)
  --agency ID         whose screen it is (SUNLIT_AGENCY)
  --port N            default {{port}} (SUNLIT_BOX_PORT)
  --data DIR          where it keeps its data, default ./kiosk-data (SUNLIT_BOX_DATA)
  --app DIR           the installed app, default the dist/kiosk that comes along (SUNLIT_BOX_APP)
  --config FILE       more of the page's configuration (JSON), for config.json
  --browser PATH      the browser, found by itself unless said (run only)
  --restart-hour H    the hour at which the browser is restarted when nobody is there, default {{hour}} (run only, SUNLIT_BOX_RESTART_HOUR)
  --lang LANG         language

docs/kiosk-box.md: as a system service, policies of the browser, Windows.`,
  },
  done: {
    mapping: 'Columns:',
    'mapping.remembered': 'Columns, as the last time:',
    unused: 'not imported',
    constant: '(constant)',
    'map.saved': 'The mapping is in {{file}}.',
    bad: 'Row {{row}}, "{{column}}": {{reason}}',
    'bad.row': 'Row {{row}}: {{reason}}',
    refused: '{{bad}} of {{rows}} rows are not right; none was imported. Correct what is listed above and import again.',
    judged: '{{rows}} rows are right and are being published. The server can be read meanwhile; who writes, waits. Ctrl-C takes it all back.',
    dry: '{{rows}} rows are right: {{published}} to publish, {{amended}} to update, {{unchanged}} unchanged. Nothing was changed.',
    imported: '{{rows}} rows imported: {{published}} published, {{amended}} updated, {{unchanged}} unchanged.',
    withdrawn: '{{withdrawn}} more have changed at their source but are withdrawn here; they were left alone.',
    exported: '{{count}} written to {{file}}.',
    archived: 'Archived to {{file}}: {{disclosures}} disclosures, {{revisions}} revisions, {{changes}} changes, {{files}} files.',
    missing: 'File {{sha256}} ("{{name}}") is missing, and not in the archive. Find it in a backup, put it among the files, and archive again.',
    restored: 'Restored: {{disclosures}} disclosures, {{revisions}} revisions, {{changes}} changes, {{files}} files. The server can be started.',
    'backed-up': 'Backed up and checked: {{directory}}, {{files}} files. It holds the session key; keep it safe. The master keys of personal data (SUNLIT_DATA_KEYS, or data.keys) are not in it: keep them apart, for without them no request in it can be read.',
    rotated: 'Wrapped by the master key "{{key}}": {{count}} requests. Other master keys can be taken out now; old backups still need them.',
    admin: 'Administrator "{{username}}" can sign in. First password, shown only now, to be changed at sign-in:\n{{password}}',
    'kiosk.serving': 'The app is at {{url}} (version {{version}}), the API at {{api}}. Ctrl-C ends it.',
    'kiosk.http': 'Mind: {{api}} is not https; anybody on the way can read and change what is sent. Take https.',
    'kiosk.manifest': 'There is no whole list of the app’s files (files.json) in {{folder}}. Install the app again.',
    'kiosk.file.mended': 'The app’s file {{path}} is damaged; a good copy is served instead. Check the disk.',
    'kiosk.file.damaged': 'The app’s file {{path}} is damaged, and there is no good copy. Install the app again.',
    'kiosk.older': 'The installed app is not whole; the last good version, {{version}}, is served. Install the app again.',
    'kiosk.stillborn': 'No page of version {{version}} comes to life; the version before, {{served}}, is served. It is tried again when the box is started again: install another one.',
    'kiosk.store': 'The kept file {{file}} is damaged and was moved to store/damaged; if it held something that waits to be sent, this box cannot restore it. Check the disk, and tell whose screen it is.',
    'kiosk.snapshot': 'The kept file {{file}} of the directory is damaged and was removed; it is fetched again over the line. Check the disk.',
    'kiosk.died': 'The browser has ended ({{failures}} in a row); starting again in {{seconds}} s.',
    'kiosk.silent': 'The page was silent for a minute ({{failures}} in a row); the browser was ended, starting again in {{seconds}} s.',
    'kiosk.not-started': 'The browser cannot be started ({{failures}} in a row): {{reason}}. Trying again in {{seconds}} s.',
    'kiosk.nightly': 'Restarting the browser for the night, with a new profile.',
  },
  reason: {
    required: '{{name}} is missing',
    type: 'should be of type {{type}}',
    enum: 'should be one of {{allowed}}',
    const: 'should be {{allowedValue}}',
    minimum: 'less than {{limit}}',
    maximum: 'more than {{limit}}',
    minLength: 'fewer than {{limit}} characters',
    maxLength: 'more than {{limit}} characters',
    minItems: 'fewer than {{limit}} entries',
    maxItems: 'more than {{limit}} entries',
    pattern: 'not of this form, or with line breaks or control characters',
    additionalProperties: 'there is no property "{{additionalProperty}}"',
    day: 'not a day (write 2026-03-09, 2026/3/9 or 2026年3月9日)',
    number: 'not a number',
    boolean: 'should be yes or no',
    json: 'should be JSON',
    future: 'the day of publication {{value}} is yet to come',
    'cell-error': 'the cell shows the error {{value}}',
    'too-many-cells': 'more cells than headers',
    'unknown-category': 'the agency has no category "{{value}}"',
    'full-text': 'rules and normative documents need their full text',
    twice: '"{{value}}" is in row {{row}} already',
    taken: '"{{value}}" is taken by another disclosure',
    fixed: 'published as {{value}}, which cannot change',
    'other-kind': 'imported as another kind ({{value}}) before',
    other: 'not allowed ({{code}})',
  },
  problem: {
    usage: '{{reason}}\n"sunlit {{command}} --help" explains the usage. Nothing was changed.',
    command: 'There is no command "{{name}}". "sunlit --help" lists the commands.',
    option: 'Give {{name}}.',
    value: '{{name}}: "{{value}}" should be {{allowed}}.',
    positional: 'Give a {{name}}.',
    file: 'file',
    directory: 'directory',
    username: 'user name',
    'serve-or-run': 'command: serve or run',
    'file.missing': 'Cannot open {{name}}: {{reason}}. Nothing was changed. Check the path and the permissions.',
    'file.type': 'Unknown type of file {{name}}; should be .csv, .xlsx, .json or .jsonl.',
    'file.empty': 'The file is empty; its first row should name the columns.',
    'file.encoding': 'The file is neither UTF-8 nor GB18030. Nothing was changed. Save it as CSV in UTF-8 and try again.',
    'file.csv': 'Row {{row}} is not CSV ({{reason}}). Nothing was changed. Check the quotes.',
    'file.json': 'Entry {{row}} is not JSON ({{reason}}). Nothing was changed.',
    'file.xlsx': 'Not an XLSX workbook that can be read. Nothing was changed. Save it as .xlsx without a password and try again.',
    'file.header-twice': 'Two columns are called "{{name}}". Nothing was changed. Rename or remove one.',
    'file.changed': 'The file or the data changed after it was judged. Nothing was changed by this import. Import again.',
    'agency.unknown': 'There is no agency "{{name}}".',
    'map.syntax': '{{name}} is no mapping. It should look like {"columns": {"Number": "docNo"}, "constants": {"fields.genre": "rules"}}.',
    'map.column': 'The mapping names a column "{{name}}" that the file does not have. Its columns: {{columns}}',
    'map.path': 'There is no property "{{name}}". There are: {{paths}}',
    'map.twice': 'The property "{{name}}" is mapped twice.',
    'map.required': 'No column is {{name}} ({{label}}). Add one, or name one by --map; --save-map writes the present mapping.',
    publication: 'Refused while publishing: {{reason}}. Nothing was imported.',
    query: 'Wrong filter: {{reason}}',
    'database.none': 'There is no database in {{directory}}. Name the data directory by SUNLIT_DATA, or a database by DATABASE_URL.',
    'database.old': 'The database has an older schema. Nothing was changed. Start the server once; it brings the schema up to date.',
    'database.busy': 'The database is busy: the server is writing. Nothing was changed. Try again soon.',
    'target.exists': '{{name}} exists. Nothing was overwritten. Choose another name.',
    'target.not-empty': 'The database is not empty ({{disclosures}} disclosures, {{agencies}} agencies). Nothing was changed. Take a new SUNLIT_DATA or an empty PostgreSQL database.',
    'archive.none': '{{name}} is no archive: there is no {{file}}.',
    'archive.version': 'The archive has format {{version}}; this program reads {{known}}. Take the program that belongs to it.',
    'archive.checksum': 'The archive is damaged: {{file}} does not match its checksum. Nothing was changed. Take another copy.',
    'archive.unlisted': 'The archive holds {{file}}, which its list of checksums does not name. Nothing was changed.',
    'archive.missing': 'The archive is incomplete: {{file}} is missing. Nothing was changed.',
    'archive.broken': 'The archive contradicts itself ({{reason}}). Nothing was changed.',
    'archive.zip': '{{name}} is not a ZIP that can be read. Nothing was changed.',
    'archive.large': 'The archive is beyond what a ZIP holds (4 GB or 65,535 files). No half archive was left. Name a directory instead.',
    'backup.postgres': 'This server uses PostgreSQL; back it up with its own tool:\n  pg_dump --format=custom --file=sunlit.dump "$DATABASE_URL"\nThen copy the files in {{files}} (database first, files after).',
    'backup.corrupt': 'The copy did not pass its check ({{reason}}) and was removed. The data is as it was. Check the disk.',
    'admin.agency': 'There is no agency yet. Give --agency ID and --name NAME to make the first one, too. Nothing was changed.',
    'admin.agency-there': 'There are agencies already; more are made at the desk. Leave out --agency and --name. Nothing was changed.',
    'kiosk.app': 'There is no whole app in {{folder}}, and no earlier version was kept. Install the app again (npm run build makes dist/kiosk).',
    'kiosk.port': 'Port {{port}} is taken. Perhaps this is running already; else take another by --port.',
    'kiosk.browser': 'No Chromium, Chrome or Edge was found. Install one, or name its program by --browser.',
    interrupted: 'Interrupted. Nothing was changed.',
    other: 'Failed: {{reason}}\nWhat was not finished has been taken back.',
  },
  column: {
    id: 'id', indexNo: 'Index number', title: 'Title', kind: 'Kind', agency: 'Agency', agencyId: 'Agency id', category: 'Category', categoryId: 'Category id', docNo: 'Document number',
    formedOn: 'Date made', effectiveOn: 'In force from', publishedOn: 'Date published', repealedOn: 'Repealed on', validity: 'Validity', openTerm: 'Published for', summary: 'Summary',
    revision: 'Revision', updatedAt: 'Updated',
  },
  kind: {
    normative: 'Rules and normative documents', power: 'Power list', service: 'Service guide', notice: 'Public notice', decision: 'Decision', plan: 'Plan', budget: 'Budget and accounts',
    statistics: 'Statistics', project: 'Project or case', personnel: 'Personnel', meeting: 'Hearing or meeting', report: 'Report', institution: 'Institution', clarification: 'Clarification',
  },
  validity: { 'in-force': 'in force', amended: 'amended', expired: 'expired', repealed: 'repealed' },
  term: { 'long-term': 'long term', periodic: 'periodic', staged: 'staged', temporary: 'temporary' },
};
