import type { TransferStrings } from './zh-CN.ts';

export const zhHant: TransferStrings = {
  help: {
    all: `sunlit：陽光公開的命令行工具

用法：sunlit <命令> [選項]

  import   從 CSV、XLSX、JSON 文件導入已在別處公開的信息
  export   導出目錄（CSV、XLSX、JSON Lines）
  archive  製作完整存檔：全部信息、歷次修訂、附件、變更記錄、校驗和
  restore  把存檔恢復到空數據庫（SQLite 或 PostgreSQL）
  backup   在服務器運行時備份（SQLite）
  admin    建立管理員，或重設其口令
  rotate-keys  更換個人信息的主密鑰
  kiosk    在觸摸屏終端上運行：本機服務與瀏覽器看護

每個命令加 --help 查看說明；--lang zh-CN、zh-Hant 或 en 選擇語言。
數據位置與服務器相同：環境變量 SUNLIT_DATA、DATABASE_URL。
退出碼：0 完成；1 內容有問題，什麼也沒有改動；2 用法有誤；3 運行出錯；130 被中斷，什麼也沒有改動。`,
    import: `用法：sunlit import 文件.csv|xlsx|json|jsonl --agency 機關 --kind 類型 [選項]

先通讀並核對所有行；只要有一行不合要求，就逐行列出原因，一行也不導入。全部合格才一次性公開。
“來源編號”（sourceId）相同的行，再次導入時更新原有信息而不重複；沒有變化的跳過。

  --agency ID       公開機關的編號
  --kind K          類型：{{kinds}}
  --dry-run         只核對，不導入
  --map FILE        列與屬性的對應：{"columns": {"文號": "docNo"}, "constants": {"fields.genre": "規章"}}
  --save-map FILE   把所用的對應保存為文件，供修改後用 --map
  --system NAME     來源系統的名稱；不同系統的編號可以相同（默認 default）
  --lang LANG       語言

必需的列：來源編號、公開日期、標題。表格第一行為列名；CSV 可為 UTF-8 或 GB18030。詳見 docs/import-export.md。`,
    export: `用法：sunlit export --out 文件.csv|xlsx|jsonl [選項]

導出公眾可見的目錄，條件與檢索相同。

  --out FILE        寫入的文件；“-”為標準輸出
  --format F        csv、xlsx 或 jsonl；默認看文件名
  --q 檢索詞  --agency ID  --scope subtree|only  --category ID  --kind K  --year YYYY
  --validity V  --open-term T  --from YYYY-MM-DD  --to YYYY-MM-DD
  --lang LANG       語言，也用於列名`,
    archive: `用法：sunlit archive 存檔.zip|目錄

寫出全部信息、歷次修訂、撤下記錄、關聯、變更記錄、類別、機關、日曆和附件，以及每個文件的 SHA-256。
可在服務器運行時進行。存檔含已撤下的內容，不可對外公開。超過 4 GB 時請用目錄。格式見 docs/archive.md。

  --lang LANG       語言`,
    restore: `用法：sunlit restore 存檔.zip|目錄

先核對每個文件的校驗和，再恢復到空數據庫；數據庫不空則拒絕。恢復要麼完整，要麼什麼也沒有。

  --lang LANG       語言`,
    backup: `用法：sunlit backup 目錄

在服務器運行時備份 SQLite 數據庫、附件和會話密鑰，並核對備份。目錄須不存在或為空。
要使用備份：停止服務器，令 SUNLIT_DATA 指向該目錄（或其副本），再啟動。PostgreSQL 請用 pg_dump，另複製附件目錄。

  --lang LANG       語言`,
    'rotate-keys': `用法：sunlit rotate-keys

把全部申請的數據密鑰改由 SUNLIT_DATA_KEYS 中的第一個主密鑰（沒有設置時為數據目錄中 data.keys 的第一個）保護，服務器可以同時運行。
步驟：先把新密鑰放在最前面並重啟所有服務器，再運行本命令，最後移除舊密鑰並重啟。舊備份仍需要舊密鑰。

  --lang LANG       語言`,
    admin: `用法：sunlit admin 用戶名 [--agency ID --name 機關名稱 [--level city|county|township|village]]

建立管理員，或為忘記口令的管理員重設：顯示一個首次登錄時必須更改的口令。
還沒有機關時，用 --agency 和 --name 同時建立第一個機關。

  --lang LANG       語言`,
    kiosk: `用法：sunlit kiosk serve|run --api 地址 --agency 機關 [選項]

在觸摸屏終端本機運行。serve：向本機瀏覽器提供界面，轉接 API，把頁面需要留存的內容寫到磁盤；斷網時仍能啟動和檢索。
run：同時以全屏方式啟動瀏覽器，瀏覽器退出、崩潰或無響應時重新啟動。只監聽 127.0.0.1，不記錄任何人查詢的內容。

  --api URL           API 的地址（SUNLIT_API）
  --agency ID         本終端所屬的機關（SUNLIT_AGENCY）
  --port N            端口，默認 {{port}}（SUNLIT_BOX_PORT）
  --data DIR          存放數據的目錄，默認 ./kiosk-data（SUNLIT_BOX_DATA）
  --app DIR           已安裝的界面，默認為隨附的 dist/kiosk（SUNLIT_BOX_APP）
  --config FILE       界面的其他配置（JSON），寫入 config.json
  --browser PATH      瀏覽器程序，默認自動查找（僅 run）
  --restart-hour H    每天無人使用時重新啟動瀏覽器的鐘點，默認 {{hour}}（僅 run，SUNLIT_BOX_RESTART_HOUR）
  --lang LANG         語言

安裝為系統服務、瀏覽器策略等見 docs/kiosk-box.md。`,
  },
  done: {
    mapping: '列的對應：',
    'mapping.remembered': '列的對應（沿用上次）：',
    unused: '不導入',
    constant: '（固定值）',
    'map.saved': '列的對應已保存到 {{file}}。',
    bad: '第 {{row}} 行，“{{column}}”：{{reason}}',
    'bad.row': '第 {{row}} 行：{{reason}}',
    refused: '{{rows}} 行中有 {{bad}} 行不合要求，一行也沒有導入。請按上面的說明更正後重新導入。',
    judged: '核對完畢，共 {{rows}} 行，正在公開。此時服務器可讀，寫入須等待。按 Ctrl-C 可全部撤回。',
    dry: '核對完畢，共 {{rows}} 行：將公開 {{published}} 條，更新 {{amended}} 條，{{unchanged}} 條沒有變化。什麼也沒有改動。',
    imported: '導入完成，共 {{rows}} 行：公開 {{published}} 條，更新 {{amended}} 條，{{unchanged}} 條沒有變化。',
    withdrawn: '另有 {{withdrawn}} 條在來源中有變化，但此處已撤下，沒有改動。',
    exported: '已導出 {{count}} 條到 {{file}}。',
    archived: '存檔完成：{{file}}，{{disclosures}} 條信息，{{revisions}} 個版次，{{changes}} 條變更，{{files}} 個附件。',
    missing: '缺少附件 {{sha256}}（“{{name}}”）：存檔中沒有它。請從備份中找回，放入附件目錄後重新存檔。',
    restored: '恢復完成：{{disclosures}} 條信息，{{revisions}} 個版次，{{changes}} 條變更，{{files}} 個附件。現在可以啟動服務器。',
    'backed-up': '備份完成並已核對：{{directory}}，{{files}} 個附件。其中有會話密鑰，請妥善保管。 個人信息的主密鑰不在其中（SUNLIT_DATA_KEYS 或 data.keys），請另行保管，否則備份中的申請無法讀取。',
    rotated: '已改用主密鑰“{{key}}”：{{count}} 件申請。現在可以移除其他主密鑰；舊備份仍需要它們。',
    admin: '管理員“{{username}}”可以登錄了。首次口令（只顯示這一次，登錄後須更改）：\n{{password}}',
    'kiosk.serving': '界面在 {{url}}（版本 {{version}}），API 為 {{api}}。Ctrl-C 結束。',
    'kiosk.http': '注意：{{api}} 不是 https，途中任何人都能看到並改動往來內容。請改用 https。',
    'kiosk.manifest': '{{folder}} 中沒有完好的界面清單 files.json。請重新安裝界面。',
    'kiosk.file.mended': '界面文件 {{path}} 已損壞，已用完好的副本代替。請檢查磁盤。',
    'kiosk.file.damaged': '界面文件 {{path}} 已損壞，也沒有完好的副本。請重新安裝界面。',
    'kiosk.older': '安裝的界面不完整，現在提供的是上一個完好的版本 {{version}}。請重新安裝界面。',
    'kiosk.stillborn': '界面版本 {{version}} 一直打不開，現在提供的是上一個版本 {{served}}。重新啓動本機服務時會再試一次，請另裝可用的版本。',
    'kiosk.store': '留存的文件 {{file}} 已損壞，已移到 store/damaged 目錄；其中若有待提交的內容，本機無法恢復。請檢查磁盤，並告知使用單位。',
    'kiosk.snapshot': '留存的目錄文件 {{file}} 已損壞，已刪除，聯網後會重新取得。請檢查磁盤。',
    'kiosk.died': '瀏覽器已退出（連續第 {{failures}} 次），{{seconds}} 秒後重新啟動。',
    'kiosk.silent': '頁面一分鐘沒有響應（連續第 {{failures}} 次），瀏覽器已關閉，{{seconds}} 秒後重新啟動。',
    'kiosk.not-started': '瀏覽器無法啟動（連續第 {{failures}} 次）：{{reason}}。{{seconds}} 秒後再試。',
    'kiosk.nightly': '每日例行重新啟動瀏覽器，瀏覽器配置已全部清空。',
  },
  reason: {
    required: '缺少{{label}}（{{name}}）',
    type: '應為 {{type}}',
    enum: '應為以下之一：{{allowed}}',
    const: '應為 {{allowedValue}}',
    minimum: '不得小於 {{limit}}',
    maximum: '不得大於 {{limit}}',
    minLength: '不得少於 {{limit}} 個字符',
    maxLength: '不得超過 {{limit}} 個字符',
    minItems: '至少要有 {{limit}} 項',
    maxItems: '不得超過 {{limit}} 項',
    pattern: '格式不符，或含有換行、控制字符',
    additionalProperties: '沒有“{{additionalProperty}}”這個屬性',
    day: '不是日期（應如 2026-03-09、2026/3/9、2026年3月9日）',
    number: '不是數字',
    boolean: '應為“是”或“否”',
    json: '應為 JSON',
    future: '公開日期 {{value}} 還沒有到',
    'cell-error': '單元格有錯誤 {{value}}',
    'too-many-cells': '單元格多於列名',
    'unknown-category': '本機關沒有類別“{{value}}”',
    'full-text': '規章和規範性文件須有全文',
    twice: '“{{value}}”與第 {{row}} 行重複',
    taken: '“{{value}}”已被其他信息使用',
    fixed: '已公開為 {{value}}，不能改變',
    'other-kind': '已作為另一類型（{{value}}）導入',
    other: '不符合要求（{{code}}）',
  },
  problem: {
    usage: '{{reason}}\n用“sunlit {{command}} --help”查看用法。什麼也沒有改動。',
    command: '沒有命令“{{name}}”。用“sunlit --help”查看有哪些命令。',
    option: '請給出 {{name}}。',
    value: '{{name}}：“{{value}}”不對，應為 {{allowed}}。',
    positional: '請給出{{name}}。',
    file: '文件',
    directory: '目錄',
    username: '用戶名',
    'serve-or-run': 'serve 或 run',
    'file.missing': '打不開文件 {{name}}：{{reason}}。什麼也沒有改動。請核對路徑和權限。',
    'file.type': '不認識文件 {{name}} 的類型；應為 .csv、.xlsx、.json 或 .jsonl。',
    'file.empty': '文件裡沒有內容；第一行應為列名。',
    'file.encoding': '文件既不是 UTF-8，也不是 GB18030。什麼也沒有改動。請另存為 UTF-8 的 CSV 後重試。',
    'file.csv': '第 {{row}} 行不是正確的 CSV（{{reason}}）。什麼也沒有改動。請檢查引號。',
    'file.json': '第 {{row}} 項不是正確的 JSON（{{reason}}）。什麼也沒有改動。',
    'file.xlsx': '不是可讀取的 XLSX 工作簿。什麼也沒有改動。請用電子表格軟件另存為 .xlsx（不加密碼）後重試。',
    'file.header-twice': '列名“{{name}}”出現了兩次。什麼也沒有改動。請改名或刪去一列。',
    'file.changed': '核對之後，文件或數據又有變化。什麼也沒有改動。請重新導入。',
    'agency.unknown': '沒有編號為“{{name}}”的機關。',
    'map.syntax': '{{name}} 不是正確的列對應文件。應如 {"columns": {"文號": "docNo"}, "constants": {"fields.genre": "規章"}}。',
    'map.column': '對應文件裡的列“{{name}}”在文件中沒有。文件的列：{{columns}}',
    'map.path': '沒有屬性“{{name}}”。可用的屬性：{{paths}}',
    'map.twice': '屬性“{{name}}”對應了兩次。',
    'map.required': '沒有一列是“{{label}}”（{{name}}）。請在文件中加上這一列，或用 --map 指定；可先用 --save-map 保存現有的對應。',
    publication: '公開時被拒絕：{{reason}}。什麼也沒有導入。',
    query: '條件有誤：{{reason}}',
    'database.none': '{{directory}} 中沒有數據庫。請用 SUNLIT_DATA 指明數據目錄，或用 DATABASE_URL 指明數據庫。',
    'database.old': '數據庫還是舊版本的結構。什麼也沒有改動。請先啟動一次服務器，由它升級。',
    'database.busy': '數據庫正忙（服務器在寫入）。什麼也沒有改動。請稍後重試。',
    'target.exists': '{{name}} 已存在。沒有覆蓋任何東西。請換一個名稱。',
    'target.not-empty': '目標數據庫不是空的（有 {{disclosures}} 條信息、{{agencies}} 個機關）。什麼也沒有改動。請用新的 SUNLIT_DATA 或空的 PostgreSQL 數據庫。',
    'archive.none': '{{name}} 不是存檔：沒有 {{file}}。',
    'archive.version': '存檔的格式版本是 {{version}}，本程序能讀的是 {{known}}。請用相應版本的程序。',
    'archive.checksum': '存檔已損壞：{{file}} 與校驗和不符。什麼也沒有改動。請換一份存檔。',
    'archive.unlisted': '存檔裡有校驗和清單以外的文件 {{file}}。什麼也沒有改動。',
    'archive.missing': '存檔不完整：缺少 {{file}}。什麼也沒有改動。',
    'archive.broken': '存檔內容前後不符（{{reason}}）。什麼也沒有改動。',
    'archive.zip': '{{name}} 不是可讀取的 ZIP。什麼也沒有改動。',
    'archive.large': '存檔超過 ZIP 的限度（4 GB 或 65,535 個文件）。沒有留下半份存檔。請給出目錄名，而不是 .zip。',
    'backup.postgres': '本服務器用的是 PostgreSQL，請用它自己的工具備份：\n  pg_dump --format=custom --file=sunlit.dump "$DATABASE_URL"\n然後複製附件目錄 {{files}}（先導出數據庫，後複製附件）。',
    'backup.corrupt': '備份沒有通過核對（{{reason}}），已刪除。原數據沒有改動。請檢查磁盤。',
    'admin.agency': '還沒有機關。請用 --agency ID 和 --name 機關名稱同時建立第一個機關。什麼也沒有改動。',
    'admin.agency-there': '已經有機關了；其他機關在工作臺建立。請去掉 --agency 和 --name。什麼也沒有改動。',
    'kiosk.app': '{{folder}} 中沒有完好的界面，也沒有以前留存的版本。請重新安裝界面（npm run build 生成 dist/kiosk）。',
    'kiosk.port': '端口 {{port}} 已被佔用。可能本服務已在運行；否則請用 --port 另選一個。',
    'kiosk.browser': '沒有找到 Chromium、Chrome 或 Edge。請安裝其中之一，或用 --browser 指明程序的路徑。',
    interrupted: '已中斷。什麼也沒有改動。',
    other: '出錯了：{{reason}}\n沒有完成的改動已全部撤回。',
  },
  column: {
    id: '標識', indexNo: '索引號', title: '名稱', kind: '類型', agency: '公開機關', agencyId: '機關編號', category: '主題分類', categoryId: '分類編號', docNo: '發文字號', formedOn: '生成日期',
    effectiveOn: '施行日期', publishedOn: '公開日期', repealedOn: '廢止日期', validity: '有效性', openTerm: '公開期限', summary: '內容概述', revision: '版次', updatedAt: '更新時間',
  },
  kind: {
    normative: '規章和規範性文件', power: '權力清單', service: '辦事指南', notice: '公示公告', decision: '行政決定', plan: '規劃計劃', budget: '預算決算', statistics: '統計數據',
    project: '項目和事項進展', personnel: '人事信息', meeting: '聽證和會議', report: '工作報告', institution: '機構和制度', clarification: '澄清說明',
  },
  validity: { 'in-force': '有效', amended: '已修改', expired: '失效', repealed: '廢止' },
  term: { 'long-term': '長期公開', periodic: '定期公開', staged: '分階段公開', temporary: '臨時公開' },
};
