/** What the command `sunlit` says. */
export const zhCn = {
  help: {
    all: `sunlit：阳光公开的命令行工具

用法：sunlit <命令> [选项]

  import   从 CSV、XLSX、JSON 文件导入已在别处公开的信息
  export   导出目录（CSV、XLSX、JSON Lines）
  archive  制作完整存档：全部信息、历次修订、附件、变更记录、校验和
  restore  把存档恢复到空数据库（SQLite 或 PostgreSQL）
  backup   在服务器运行时备份（SQLite）
  admin    建立管理员，或重设其口令
  rotate-keys  更换个人信息的主密钥
  kiosk    在触摸屏终端上运行：本机服务与浏览器看护

每个命令加 --help 查看说明；--lang zh-CN、zh-Hant 或 en 选择语言。
数据位置与服务器相同：环境变量 SUNLIT_DATA、DATABASE_URL。
退出码：0 完成；1 内容有问题，什么也没有改动；2 用法有误；3 运行出错；130 被中断，什么也没有改动。`,
    import: `用法：sunlit import 文件.csv|xlsx|json|jsonl --agency 机关 --kind 类型 [选项]

先通读并核对所有行；只要有一行不合要求，就逐行列出原因，一行也不导入。全部合格才一次性公开。
“来源编号”（sourceId）相同的行，再次导入时更新原有信息而不重复；没有变化的跳过。

  --agency ID       公开机关的编号
  --kind K          类型：{{kinds}}
  --dry-run         只核对，不导入
  --map FILE        列与属性的对应：{"columns": {"文号": "docNo"}, "constants": {"fields.genre": "规章"}}
  --save-map FILE   把所用的对应保存为文件，供修改后用 --map
  --system NAME     来源系统的名称；不同系统的编号可以相同（默认 default）
  --lang LANG       语言

必需的列：来源编号、公开日期、标题。表格第一行为列名；CSV 可为 UTF-8 或 GB18030。详见 docs/import-export.md。`,
    export: `用法：sunlit export --out 文件.csv|xlsx|jsonl [选项]

导出公众可见的目录，条件与检索相同。

  --out FILE        写入的文件；“-”为标准输出
  --format F        csv、xlsx 或 jsonl；默认看文件名
  --q 检索词  --agency ID  --scope subtree|only  --category ID  --kind K  --year YYYY
  --validity V  --open-term T  --from YYYY-MM-DD  --to YYYY-MM-DD
  --lang LANG       语言，也用于列名`,
    archive: `用法：sunlit archive 存档.zip|目录

写出全部信息、历次修订、撤下记录、关联、变更记录、类别、机关、日历和附件，以及每个文件的 SHA-256。
可在服务器运行时进行。存档含已撤下的内容，不可对外公开。超过 4 GB 时请用目录。格式见 docs/archive.md。

  --lang LANG       语言`,
    restore: `用法：sunlit restore 存档.zip|目录

先核对每个文件的校验和，再恢复到空数据库；数据库不空则拒绝。恢复要么完整，要么什么也没有。

  --lang LANG       语言`,
    backup: `用法：sunlit backup 目录

在服务器运行时备份 SQLite 数据库、附件和会话密钥，并核对备份。目录须不存在或为空。
要使用备份：停止服务器，令 SUNLIT_DATA 指向该目录（或其副本），再启动。PostgreSQL 请用 pg_dump，另复制附件目录。

  --lang LANG       语言`,
    'rotate-keys': `用法：sunlit rotate-keys

把全部申请的数据密钥改由 SUNLIT_DATA_KEYS 中的第一个主密钥（没有设置时为数据目录中 data.keys 的第一个）保护，服务器可以同时运行。
步骤：先把新密钥放在最前面并重启所有服务器，再运行本命令，最后移除旧密钥并重启。旧备份仍需要旧密钥。

  --lang LANG       语言`,
    admin: `用法：sunlit admin 用户名 [--agency ID --name 机关名称 [--level city|county|township|village]]

建立管理员，或为忘记口令的管理员重设：显示一个首次登录时必须更改的口令。
还没有机关时，用 --agency 和 --name 同时建立第一个机关。

  --lang LANG       语言`,
    kiosk: `用法：sunlit kiosk serve|run --api 地址 --agency 机关 [选项]

在触摸屏终端本机运行。serve：向本机浏览器提供界面，转接 API，把页面需要留存的内容写到磁盘；断网时仍能启动和检索。
run：同时以全屏方式启动浏览器，浏览器退出、崩溃或无响应时重新启动。只监听 127.0.0.1，不记录任何人查询的内容。

  --api URL           API 的地址（SUNLIT_API）
  --agency ID         本终端所属的机关（SUNLIT_AGENCY）
  --port N            端口，默认 {{port}}（SUNLIT_BOX_PORT）
  --data DIR          存放数据的目录，默认 ./kiosk-data（SUNLIT_BOX_DATA）
  --app DIR           已安装的界面，默认为随附的 dist/kiosk（SUNLIT_BOX_APP）
  --config FILE       界面的其他配置（JSON），写入 config.json
  --browser PATH      浏览器程序，默认自动查找（仅 run）
  --restart-hour H    每天无人使用时重新启动浏览器的钟点，默认 {{hour}}（仅 run，SUNLIT_BOX_RESTART_HOUR）
  --lang LANG         语言

安装为系统服务、浏览器策略等见 docs/kiosk-box.md。`,
  },
  done: {
    mapping: '列的对应：',
    'mapping.remembered': '列的对应（沿用上次）：',
    unused: '不导入',
    constant: '（固定值）',
    'map.saved': '列的对应已保存到 {{file}}。',
    bad: '第 {{row}} 行，“{{column}}”：{{reason}}',
    'bad.row': '第 {{row}} 行：{{reason}}',
    refused: '{{rows}} 行中有 {{bad}} 行不合要求，一行也没有导入。请按上面的说明更正后重新导入。',
    judged: '核对完毕，共 {{rows}} 行，正在公开。此时服务器可读，写入须等待。按 Ctrl-C 可全部撤回。',
    dry: '核对完毕，共 {{rows}} 行：将公开 {{published}} 条，更新 {{amended}} 条，{{unchanged}} 条没有变化。什么也没有改动。',
    imported: '导入完成，共 {{rows}} 行：公开 {{published}} 条，更新 {{amended}} 条，{{unchanged}} 条没有变化。',
    withdrawn: '另有 {{withdrawn}} 条在来源中有变化，但此处已撤下，没有改动。',
    exported: '已导出 {{count}} 条到 {{file}}。',
    archived: '存档完成：{{file}}，{{disclosures}} 条信息，{{revisions}} 个版次，{{changes}} 条变更，{{files}} 个附件。',
    missing: '缺少附件 {{sha256}}（“{{name}}”）：存档中没有它。请从备份中找回，放入附件目录后重新存档。',
    restored: '恢复完成：{{disclosures}} 条信息，{{revisions}} 个版次，{{changes}} 条变更，{{files}} 个附件。现在可以启动服务器。',
    'backed-up': '备份完成并已核对：{{directory}}，{{files}} 个附件。其中有会话密钥，请妥善保管。 个人信息的主密钥不在其中（SUNLIT_DATA_KEYS 或 data.keys），请另行保管，否则备份中的申请无法读取。',
    rotated: '已改用主密钥“{{key}}”：{{count}} 件申请。现在可以移除其他主密钥；旧备份仍需要它们。',
    admin: '管理员“{{username}}”可以登录了。首次口令（只显示这一次，登录后须更改）：\n{{password}}',
    'kiosk.serving': '界面在 {{url}}（版本 {{version}}），API 为 {{api}}。Ctrl-C 结束。',
    'kiosk.http': '注意：{{api}} 不是 https，途中任何人都能看到并改动往来内容。请改用 https。',
    'kiosk.manifest': '{{folder}} 中没有完好的界面清单 files.json。请重新安装界面。',
    'kiosk.file.mended': '界面文件 {{path}} 已损坏，已用完好的副本代替。请检查磁盘。',
    'kiosk.file.damaged': '界面文件 {{path}} 已损坏，也没有完好的副本。请重新安装界面。',
    'kiosk.older': '安装的界面不完整，现在提供的是上一个完好的版本 {{version}}。请重新安装界面。',
    'kiosk.stillborn': '界面版本 {{version}} 一直打不开，现在提供的是上一个版本 {{served}}。重新启动本机服务时会再试一次，请另装可用的版本。',
    'kiosk.store': '留存的文件 {{file}} 已损坏，已移到 store/damaged 目录；其中若有待提交的内容，本机无法恢复。请检查磁盘，并告知使用单位。',
    'kiosk.snapshot': '留存的目录文件 {{file}} 已损坏，已删除，联网后会重新取得。请检查磁盘。',
    'kiosk.died': '浏览器已退出（连续第 {{failures}} 次），{{seconds}} 秒后重新启动。',
    'kiosk.silent': '页面一分钟没有响应（连续第 {{failures}} 次），浏览器已关闭，{{seconds}} 秒后重新启动。',
    'kiosk.not-started': '浏览器无法启动（连续第 {{failures}} 次）：{{reason}}。{{seconds}} 秒后再试。',
    'kiosk.nightly': '每日例行重新启动浏览器，浏览器配置已全部清空。',
  },
  reason: {
    required: '缺少{{label}}（{{name}}）',
    type: '应为 {{type}}',
    enum: '应为以下之一：{{allowed}}',
    const: '应为 {{allowedValue}}',
    minimum: '不得小于 {{limit}}',
    maximum: '不得大于 {{limit}}',
    minLength: '不得少于 {{limit}} 个字符',
    maxLength: '不得超过 {{limit}} 个字符',
    minItems: '至少要有 {{limit}} 项',
    maxItems: '不得超过 {{limit}} 项',
    pattern: '格式不符，或含有换行、控制字符',
    additionalProperties: '没有“{{additionalProperty}}”这个属性',
    day: '不是日期（应如 2026-03-09、2026/3/9、2026年3月9日）',
    number: '不是数字',
    boolean: '应为“是”或“否”',
    json: '应为 JSON',
    future: '公开日期 {{value}} 还没有到',
    'cell-error': '单元格有错误 {{value}}',
    'too-many-cells': '单元格多于列名',
    'unknown-category': '本机关没有类别“{{value}}”',
    'full-text': '规章和规范性文件须有全文',
    twice: '“{{value}}”与第 {{row}} 行重复',
    taken: '“{{value}}”已被其他信息使用',
    fixed: '已公开为 {{value}}，不能改变',
    'other-kind': '已作为另一类型（{{value}}）导入',
    other: '不符合要求（{{code}}）',
  },
  problem: {
    usage: '{{reason}}\n用“sunlit {{command}} --help”查看用法。什么也没有改动。',
    command: '没有命令“{{name}}”。用“sunlit --help”查看有哪些命令。',
    option: '请给出 {{name}}。',
    value: '{{name}}：“{{value}}”不对，应为 {{allowed}}。',
    positional: '请给出{{name}}。',
    file: '文件',
    directory: '目录',
    username: '用户名',
    'serve-or-run': 'serve 或 run',
    'file.missing': '打不开文件 {{name}}：{{reason}}。什么也没有改动。请核对路径和权限。',
    'file.type': '不认识文件 {{name}} 的类型；应为 .csv、.xlsx、.json 或 .jsonl。',
    'file.empty': '文件里没有内容；第一行应为列名。',
    'file.encoding': '文件既不是 UTF-8，也不是 GB18030。什么也没有改动。请另存为 UTF-8 的 CSV 后重试。',
    'file.csv': '第 {{row}} 行不是正确的 CSV（{{reason}}）。什么也没有改动。请检查引号。',
    'file.json': '第 {{row}} 项不是正确的 JSON（{{reason}}）。什么也没有改动。',
    'file.xlsx': '不是可读取的 XLSX 工作簿。什么也没有改动。请用电子表格软件另存为 .xlsx（不加密码）后重试。',
    'file.header-twice': '列名“{{name}}”出现了两次。什么也没有改动。请改名或删去一列。',
    'file.changed': '核对之后，文件或数据又有变化。什么也没有改动。请重新导入。',
    'agency.unknown': '没有编号为“{{name}}”的机关。',
    'map.syntax': '{{name}} 不是正确的列对应文件。应如 {"columns": {"文号": "docNo"}, "constants": {"fields.genre": "规章"}}。',
    'map.column': '对应文件里的列“{{name}}”在文件中没有。文件的列：{{columns}}',
    'map.path': '没有属性“{{name}}”。可用的属性：{{paths}}',
    'map.twice': '属性“{{name}}”对应了两次。',
    'map.required': '没有一列是“{{label}}”（{{name}}）。请在文件中加上这一列，或用 --map 指定；可先用 --save-map 保存现有的对应。',
    publication: '公开时被拒绝：{{reason}}。什么也没有导入。',
    query: '条件有误：{{reason}}',
    'database.none': '{{directory}} 中没有数据库。请用 SUNLIT_DATA 指明数据目录，或用 DATABASE_URL 指明数据库。',
    'database.old': '数据库还是旧版本的结构。什么也没有改动。请先启动一次服务器，由它升级。',
    'database.busy': '数据库正忙（服务器在写入）。什么也没有改动。请稍后重试。',
    'target.exists': '{{name}} 已存在。没有覆盖任何东西。请换一个名称。',
    'target.not-empty': '目标数据库不是空的（有 {{disclosures}} 条信息、{{agencies}} 个机关）。什么也没有改动。请用新的 SUNLIT_DATA 或空的 PostgreSQL 数据库。',
    'archive.none': '{{name}} 不是存档：没有 {{file}}。',
    'archive.version': '存档的格式版本是 {{version}}，本程序能读的是 {{known}}。请用相应版本的程序。',
    'archive.checksum': '存档已损坏：{{file}} 与校验和不符。什么也没有改动。请换一份存档。',
    'archive.unlisted': '存档里有校验和清单以外的文件 {{file}}。什么也没有改动。',
    'archive.missing': '存档不完整：缺少 {{file}}。什么也没有改动。',
    'archive.broken': '存档内容前后不符（{{reason}}）。什么也没有改动。',
    'archive.zip': '{{name}} 不是可读取的 ZIP。什么也没有改动。',
    'archive.large': '存档超过 ZIP 的限度（4 GB 或 65,535 个文件）。没有留下半份存档。请给出目录名，而不是 .zip。',
    'backup.postgres': '本服务器用的是 PostgreSQL，请用它自己的工具备份：\n  pg_dump --format=custom --file=sunlit.dump "$DATABASE_URL"\n然后复制附件目录 {{files}}（先导出数据库，后复制附件）。',
    'backup.corrupt': '备份没有通过核对（{{reason}}），已删除。原数据没有改动。请检查磁盘。',
    'admin.agency': '还没有机关。请用 --agency ID 和 --name 机关名称同时建立第一个机关。什么也没有改动。',
    'admin.agency-there': '已经有机关了；其他机关在工作台建立。请去掉 --agency 和 --name。什么也没有改动。',
    'kiosk.app': '{{folder}} 中没有完好的界面，也没有以前留存的版本。请重新安装界面（npm run build 生成 dist/kiosk）。',
    'kiosk.port': '端口 {{port}} 已被占用。可能本服务已在运行；否则请用 --port 另选一个。',
    'kiosk.browser': '没有找到 Chromium、Chrome 或 Edge。请安装其中之一，或用 --browser 指明程序的路径。',
    interrupted: '已中断。什么也没有改动。',
    other: '出错了：{{reason}}\n没有完成的改动已全部撤回。',
  },
  column: {
    id: '标识', indexNo: '索引号', title: '名称', kind: '类型', agency: '公开机关', agencyId: '机关编号', category: '主题分类', categoryId: '分类编号', docNo: '发文字号', formedOn: '生成日期',
    effectiveOn: '施行日期', publishedOn: '公开日期', repealedOn: '废止日期', validity: '有效性', openTerm: '公开期限', summary: '内容概述', revision: '版次', updatedAt: '更新时间',
  },
  kind: {
    normative: '规章和规范性文件', power: '权力清单', service: '办事指南', notice: '公示公告', decision: '行政决定', plan: '规划计划', budget: '预算决算', statistics: '统计数据',
    project: '项目和事项进展', personnel: '人事信息', meeting: '听证和会议', report: '工作报告', institution: '机构和制度', clarification: '澄清说明',
  },
  validity: { 'in-force': '有效', amended: '已修改', expired: '失效', repealed: '废止' },
  term: { 'long-term': '长期公开', periodic: '定期公开', staged: '分阶段公开', temporary: '临时公开' },
};

export type TransferStrings = typeof zhCn;
