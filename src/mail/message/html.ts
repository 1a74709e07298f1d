/** Blocks → HTML that shows the same everywhere and loads nothing. */
import type { Block, Direction, Inline, Language, Line } from '../../model.ts';
import { rangeFromRight } from './range.ts';

const FONTS: Readonly<Record<Direction, string>> = {
  ltr: "'Segoe UI', Arial, Helvetica, sans-serif",
  rtl: "'Segoe UI', Tahoma, Arial, sans-serif",
};

/** A whole page. Language and direction stand on an element of the body too, because web mail drops `html` and `body`. */
export function htmlPage(
  blocks: readonly Block[],
  {
    language,
    direction,
    title,
  }: {
    readonly language: Language;
    readonly direction: Direction;
    readonly title: string;
  },
): string {
  const attributes = `lang="${language}" dir="${direction}"`;
  const align = direction === 'rtl' ? 'right' : 'left';
  const style = `font-family: ${FONTS[direction]}; font-size: 15px; line-height: 1.6; text-align: ${align}; max-width: 42em`;
  return [
    '<!DOCTYPE html>',
    `<html ${attributes}>`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body ${attributes}>`,
    `<div ${attributes} style="${style}">`,
    ...blocks.map(blockHtml),
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${lineHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${lineHtml(block.children)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${block.children.map(blockHtml).join('')}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${item.map(blockHtml).join('')}</li>`).join('');
      return block.ordered ? `<ol start="${block.start}">${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

function lineHtml(line: Line): string {
  return line.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${lineHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${lineHtml(inline.children)}</em>`;
    case 'superscript':
      return `<sup>${lineHtml(inline.children)}</sup>`;
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${lineHtml(inline.children)}</a>`;
    case 'isolate': {
      const tag = inline.language === undefined ? '' : ` lang="${escapeHtml(inline.language)}"`;
      const content = lineHtml(inline.children);
      const isNumber = NUMBER.test(content);
      const ordered = inline.direction === 'rtl' ? rangeFromRight(content) : content;
      return `<bdi dir="${inline.direction}"${tag}${isNumber ? NO_BREAK : ''}>${ordered}</bdi>`;
    }
  }
}

/** A telephone number, a date in figures: it stays on its line. */
const NUMBER = /^[\d +()./-]{3,30}$/;
const NO_BREAK = ' style="white-space: nowrap"';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fit for text and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
