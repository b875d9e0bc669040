import type { source } from './zh-CN.ts';

export const translated: typeof source = {
  title: '登記本設備',
  text: '請在工作台“觸摸屏”頁面新增本設備，把顯示的10位登記碼輸入到這裡。登記碼24小時內有效，只能用一次。',
  'text.again': '請輸入工作台為本設備重新生成的10位登記碼。輸入成功前，原來的登記繼續有效。',
  typed: '已輸入：{{code}}',
  nothing: '無',
  delete: '刪除',
  enter: '登記',
  busy: '正在登記……',
  keep: '不重新登記',
  registered: '本設備已登記',
  heard: '最近一次上報成功：{{time}}',
  'heard.not-yet': '本次開機後還沒有上報成功。',
  again: '重新登記',
  'error.code': '登記碼不對，或者已用過、已過期。請核對工作台上的登記碼，或重新生成。',
  'error.often': '試的次數太多，請過{{minutes}}分鐘再試。',
  'error.network': '連不上服務器，沒有登記。請檢查網絡後再試。',
  'error.storage': '登記信息沒能保存在本機，這個登記碼已不能再用。請檢查存儲空間，再用新的登記碼登記。',
};
