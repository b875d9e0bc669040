import type { FeedbackKey } from './index.ts';

export const strings: Record<FeedbackKey, string> = {
  question: '這條信息對您有用嗎？',
  useful: '有用',
  unclear: '看不懂',
  wrong: '有誤',
  sending: '正在提交，幾秒鐘就好……',
  received: '已收到，謝謝。',
  'received.useful': '已收到，謝謝。共有{{n}}次認為有用。',
  failed: '沒有提交成功。',
  'say.unclear': '哪裡看不懂？可以在點題欄寫下來，發布單位會公開答覆。',
  'say.wrong': '哪裡有誤？可以在點題欄寫下來，發布單位會核實、更正並公開答覆。',
  write: '去點題欄寫',
  close: '收起',
  daily: '不記名。同一台設備當天再選，以最後一次為準。',
  unset: '本頁沒有寫明是哪條信息，暫時不能反饋。請聯繫網站管理員。',
  'problem.network': '連接不上服務器，請檢查網絡後再試。',
  'problem.wait': '提交太頻繁，請在{{n}}分鐘後再試。',
  'problem.gone': '這條信息已經不在了。',
  'problem.secure': '本頁沒有使用安全連接（https），不能提交。請聯繫網站管理員。',
  'problem.server': '服務器出了故障，請稍後再試。',
};
