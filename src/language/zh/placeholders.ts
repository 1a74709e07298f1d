/** What Chinese authors write where something is missing. */
import type { PlaceholderWords } from '../pack.ts';

/** Chinese. */
export const placeholders: PlaceholderWords = {
  pending: '待定|待确认|待补充|待填写?|待通知',
  fields: '姓名|日期|地点|地址',
};
