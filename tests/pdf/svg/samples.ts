/** Drawings that show one feature of SVG each, 100 × 60 units. */
import { createCanvas } from '@napi-rs/canvas';

const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** An SVG of 100 × 60 units with this inside. */
export function drawing(content: string, attributes = 'viewBox="0 0 100 60"'): string {
  return `<svg ${NAMESPACES} ${attributes}>${content}</svg>`;
}

/** Four quarters in colours that differ. */
function picture(type: 'png' | 'jpeg'): string {
  const canvas = createCanvas(40, 20);
  const context = canvas.getContext('2d');
  for (const [index, colour] of ['#c00', '#0a0', '#06c', '#fc0'].entries()) {
    context.fillStyle = colour;
    context.fillRect((index % 2) * 20, Math.floor(index / 2) * 10, 20, 10);
  }
  const bytes = type === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg');
  return `data:image/${type};base64,${bytes.toString('base64')}`;
}

const GLOBE = '<circle cx="50" cy="30" r="25" fill="#06c"/>';
const TWO =
  '<rect x="10" y="10" width="40" height="30" fill="#c00"/><rect x="30" y="20" width="40" height="30" fill="#06c"/>';
const STOPS = '<stop offset="0" stop-color="#c00"/><stop offset="1" stop-color="#06c"/>';
const FAINT =
  '<stop offset="0" stop-color="#c00"/><stop offset="1" stop-color="#06c" stop-opacity="0"/>';
const BAR = '<rect x="5" y="5" width="90" height="50" fill="url(#p)"/>';

/** What is drawn as lines and areas. */
export const VECTORS: Readonly<Record<string, string>> = {
  'basic shapes': drawing(
    '<rect x="2" y="2" width="20" height="20" rx="4" fill="#c00"/><circle cx="35" cy="12" r="10" fill="none" stroke="#06c" stroke-width="3"/><ellipse cx="65" cy="12" rx="15" ry="8" fill="rgb(10%,50%,90%)"/><line x1="2" y1="30" x2="40" y2="55" stroke="#000" stroke-width="2"/><polyline points="45,30 60,55 75,30" fill="none" stroke="#0a0" stroke-width="3"/><polygon points="80,30 98,30 89,55" fill="#fc0"/>',
  ),
  'paths of all commands': drawing(
    '<path d="M5 5h20v10H5zM30,5c10,0 10,20 20,20s10-20 20-20M5 40q10-20 20 0t20 0M55 40a10 6 30 0 1 20 10A8 8 0 1 0 90 40" fill="none" stroke="#06c" stroke-width="2"/><path d="M80 5l10 10-5.5.5.5-5z" fill="#c00"/>',
  ),
  'a style sheet with classes': drawing(
    '<style type="text/css"><![CDATA[.a{fill:#c00;} .b,.c{fill:none;stroke:#06c;stroke-width:4px} rect.d{fill:#0a0} #e{fill:#fc0}]]></style><rect class="a" x="5" y="5" width="40" height="40"/><circle class="b" cx="75" cy="30" r="20"/><rect class="d" x="10" y="10" width="10" height="10"/><rect id="e" class="a" x="25" y="10" width="10" height="10"/>',
  ),
  'styles of descendants, children and siblings': drawing(
    '<style>g circle{fill:#0a0} #x>circle{fill:#06c} circle+circle{stroke:#c00;stroke-width:3} rect[width="40"]{fill:#fc0} rect:first-child{stroke:#000}</style><g><rect width="40" height="40"/></g><g id="x"><circle cx="60" cy="20" r="15"/><circle cx="85" cy="45" r="12"/></g>',
  ),
  'a style attribute over a style sheet over an attribute': drawing(
    '<style>.a{fill:#0a0}rect{stroke:#000;stroke-width:2}</style><rect class="a" style="fill:#06c" fill="#c00" x="5" y="5" width="40" height="40"/><rect class="a" fill="#c00" stroke="#fc0" x="55" y="5" width="40" height="40"/>',
  ),
  inherit: drawing(
    '<g fill="#c00" stroke="#06c"><rect fill="inherit" x="5" y="5" width="40" height="40" style="stroke:inherit"/></g>',
  ),
  currentColor: drawing(
    '<g color="#c00"><rect width="50" height="60" fill="currentColor"/></g><rect x="50" width="50" height="60" fill="currentColor"/>',
  ),
  'colours of all notations': drawing(
    '<rect width="20" height="60" fill="hsl(120,50%,50%)"/><rect x="20" width="20" height="60" fill="RED"/><rect x="40" width="20" height="60" fill="#06cF"/><rect x="60" width="20" height="60" fill="rgba(0,102,204,.5)"/><rect x="80" width="20" height="60" fill="#0066cc80"/>',
  ),
  'opacity of shapes': drawing(
    `<rect width="60" height="60" fill="#c00" opacity=".5"/><rect x="30" y="10" width="60" height="30" fill="#06c" fill-opacity="40%" stroke="#000" stroke-width="4" stroke-opacity=".5"/>`,
  ),
  'a plain group with transforms': drawing(
    `<g transform="translate(20 5) rotate(20) scale(.5,.8) skewX(10)">${TWO}</g><g transform="matrix(0.3 0 0 0.3 60 5)">${TWO}</g>`,
  ),
  'use with place': drawing(
    '<defs><path id="s" d="M0 0h10v10z" fill="#080"/></defs><use xlink:href="#s" x="10" y="10"/><use href="#s" transform="translate(50 10) scale(3)"/>',
  ),
  'use of a symbol': drawing(
    '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#080"/></symbol><use xlink:href="#s" width="40" height="40"/><use href="#s" x="50" y="5" width="40" height="20" fill="#c00"/>',
  ),
  'a nested svg': drawing(
    `<svg x="10" y="10" width="40" height="40" viewBox="0 0 100 60">${TWO}</svg><svg x="55" y="10" width="40" height="40" viewBox="0 0 100 60" preserveAspectRatio="xMinYMin slice">${TWO}</svg>`,
  ),
  'a clip to a rectangle': drawing(
    `<defs><clipPath id="c"><rect x="20" y="15" width="40" height="30"/></clipPath></defs><g clip-path="url(#c)">${TWO}</g>`,
  ),
  'a clip to the page, as Figma exports': drawing(
    `<g clip-path="url(#clip0_1_2)">${TWO}</g><defs><clipPath id="clip0_1_2"><rect width="100" height="60" fill="white"/></clipPath></defs>`,
    'width="100" height="60" viewBox="0 0 100 60" fill="none"',
  ),
  'a clip to a moved rectangle': drawing(
    `<defs><clipPath id="c"><rect width="40" height="30" transform="translate(20 15)"/></clipPath></defs><g clip-path="url(#c)">${TWO}</g>`,
  ),
  'stroke styles': drawing(
    '<g fill="none" stroke="#06c" stroke-width="6"><path d="M10 50L25 10L40 50" stroke-linejoin="round" stroke-linecap="round"/><path d="M45 50L60 10L75 50" stroke-linejoin="bevel"/><path d="M82 50L88 15L94 50" stroke-miterlimit="2"/></g>',
  ),
  dashes: drawing(
    '<g fill="none" stroke="#c00" stroke-width="4"><path d="M5 10H95" stroke-dasharray="10 5"/><path d="M5 25H95" stroke-dasharray="10,5,2" stroke-dashoffset="4"/><path d="M5 40H95" stroke-dasharray="0 8" stroke-linecap="round"/></g>',
  ),
  'a linear gradient': drawing(`<linearGradient id="p">${STOPS}</linearGradient>${BAR}`),
  'a turned gradient with units': drawing(
    `<linearGradient id="p" x1="10" x2="60" y2="0" gradientUnits="userSpaceOnUse" gradientTransform="rotate(30)">${STOPS}</linearGradient>${BAR}`,
  ),
  'a radial gradient with a focus': drawing(
    `<radialGradient id="p" cx=".5" cy=".5" r=".5" fx=".3" fy=".4">${STOPS}</radialGradient>${BAR}`,
  ),
  'a gradient by way of another': drawing(
    `<linearGradient id="a">${STOPS}</linearGradient><linearGradient id="p" xlink:href="#a" x2="0" y2="1"/>${BAR}`,
  ),
  'a gradient on a stroke': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><circle cx="50" cy="30" r="20" fill="none" stroke="url(#p)" stroke-width="8"/>`,
  ),
  'a gradient under transforms': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><g transform="translate(30 -20) rotate(40)"><rect x="5" y="5" width="60" height="30" fill="url(#p)"/></g>`,
  ),
  'units in shapes': drawing(
    '<rect x="1mm" y="2pt" width="1cm" height=".2in" fill="#c00"/><rect x="50%" y="50%" width="25%" height="25%" fill="#06c"/><rect x="4em" width="1pc" height="10px" fill="#0a0"/>',
  ),
  'fill rule': drawing(
    '<path fill-rule="evenodd" d="M5 5h50v50H5zM15 15h30v30H15z" fill="#c00"/><path d="M60 5h35v50H60zM70 15h15v30H70z" style="fill:#06c;fill-rule:evenodd"/>',
  ),
  'hidden parts': drawing(
    `<rect width="50" height="50" fill="#c00" display="none"/><rect width="40" height="40" fill="#06c" visibility="hidden"/><g style="display:none">${TWO}</g>${GLOBE}`,
  ),
  'an origin of transforms': drawing(
    '<rect x="30" y="20" width="40" height="20" fill="#c00" transform="rotate(45)" transform-origin="50 30"/>',
  ),
  'an order of painting': drawing(
    '<circle cx="30" cy="30" r="18" fill="#fc0" stroke="#06c" stroke-width="12" paint-order="stroke"/><circle cx="75" cy="30" r="12" fill="#fc0" stroke="#06c" stroke-width="12" style="paint-order:stroke fill markers"/>',
  ),
  markers: drawing(
    '<marker id="m" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto"><path d="M0 0L4 2L0 4z" fill="#c00"/></marker><path d="M10 50L40 10L80 30" fill="none" stroke="#06c" stroke-width="3" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>',
  ),
  'a choice': drawing(`<switch><g>${TWO}</g><g>${GLOBE}</g></switch>`),
  'a link': drawing(`<a href="#x">${TWO}</a>`),
  'a document type': `<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: Adobe Illustrator 27.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${drawing(`<style type="text/css">\n\t.st0{fill:#C00;}\n\t.st1{fill-rule:evenodd;clip-rule:evenodd;fill:#06c;}\n</style><g id="Layer_1"><rect class="st0" width="50" height="60"/><rect x="50" class="st1" width="50" height="30"/></g>`, 'version="1.1" id="Layer_1" x="0px" y="0px" viewBox="0 0 100 60" style="enable-background:new 0 0 100 60;" xml:space="preserve"')}`,
  'notes of Inkscape': drawing(
    '<sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:zoom="2"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><g inkscape:label="Layer 1" inkscape:groupmode="layer" style="display:inline"><path style="color:#000000;font-variation-settings:normal;opacity:1;vector-effect:none;fill:#cc0000;fill-opacity:1;fill-rule:nonzero;stroke:#0066cc;stroke-width:2.5;stroke-linecap:butt;stroke-linejoin:miter;stroke-miterlimit:4;stroke-dasharray:none;stroke-dashoffset:0;stroke-opacity:1;-inkscape-stroke:none;paint-order:markers stroke fill;stop-color:#000000" d="m 10,10 h 40 v 40 z" sodipodi:nodetypes="cccc"/></g>',
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="100mm" height="60mm" viewBox="0 0 100 60" inkscape:version="1.3"',
  ),
  'an image': drawing(
    `<image xlink:href="${picture('png')}" x="10" y="10" width="80" height="40"/>`,
  ),
  'a JPEG': drawing(`<image href="${picture('jpeg')}" x="10" y="10" width="80" height="40"/>`),
  'elements of a prefix': `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><svg:rect width="50" height="60" fill="#c00"/></svg:svg>`,
};

/** What no lines and areas of a PDF show in each viewer. */
export const EFFECTS: Readonly<Record<string, string>> = {
  'a clip to a circle': drawing(
    `<clipPath id="c"><circle cx="30" cy="30" r="25"/></clipPath><rect clip-path="url(#c)" fill="#c00" width="100" height="60"/><g opacity=".5"><rect x="60" y="10" width="30" height="30" fill="#06c"/></g>`,
  ),
  'a clip in parts of the box': drawing(
    `<clipPath id="c" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath><rect clip-path="url(#c)" fill="#c00" width="100" height="60"/>`,
  ),
  'a mask': drawing(
    '<mask id="m"><rect width="100" height="60" fill="#fff"/><circle cx="30" cy="30" r="20" fill="#000"/></mask><rect mask="url(#m)" width="100" height="60" fill="#c00"/>',
  ),
  'a mask by alpha, as Figma exports': drawing(
    `<mask id="mask0" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><circle cx="50" cy="30" r="25" fill="#D9D9D9"/></mask><g mask="url(#mask0)">${TWO}</g>`,
  ),
  'a mask by luminance, as Figma exports': drawing(
    `<mask id="mask0" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="60"><path d="M100 0H0V60H100V0Z" fill="white"/></mask><g mask="url(#mask0)">${TWO}</g>`,
  ),
  'a blur': drawing(
    `<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect x="30" y="15" width="40" height="30" fill="#06c" filter="url(#f)"/>`,
  ),
  'a drop shadow, as Figma exports': drawing(
    `<g filter="url(#filter0_d)">${GLOBE}</g><defs><filter id="filter0_d" x="15" y="1" width="70" height="70" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1_dropShadow"/><feBlend mode="normal" in="SourceGraphic" in2="effect1_dropShadow" result="shape"/></filter></defs>`,
  ),
  'functions of filters': drawing(`<g style="filter:drop-shadow(2px 3px 2px #0008)">${GLOBE}</g>`),
  'opacity of a group': drawing(`<g opacity=".5">${TWO}</g>`),
  blending: drawing(
    '<rect x="10" y="10" width="40" height="30" fill="#fc0"/><rect x="30" y="20" width="40" height="30" fill="#06c" style="mix-blend-mode:multiply"/>',
  ),
  'blending apart': drawing(
    '<rect x="10" y="10" width="40" height="30" fill="#fc0"/><g style="isolation:isolate"><rect x="30" y="20" width="40" height="30" fill="#06c" style="mix-blend-mode:multiply"/></g>',
  ),
  'a gradient that fades': drawing(`<linearGradient id="p">${FAINT}</linearGradient>${BAR}`),
  'a radial gradient that fades': drawing(`<radialGradient id="p">${FAINT}</radialGradient>${BAR}`),
  'a gradient with opacity': drawing(
    `<linearGradient id="p">${STOPS}</linearGradient><rect x="5" y="5" width="90" height="50" fill="url(#p)" opacity=".4"/>`,
  ),
  'a gradient that repeats': drawing(
    `<linearGradient id="p" x2=".3" spreadMethod="repeat">${STOPS}</linearGradient>${BAR}`,
  ),
  'a gradient that is reflected': drawing(
    `<radialGradient id="p" r=".2" spreadMethod="reflect">${STOPS}</radialGradient>${BAR}`,
  ),
  'a pattern': drawing(
    `<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#c00"/></pattern>${BAR}`,
  ),
  'a turned pattern': drawing(
    `<pattern id="p" width=".1" height=".2" patternTransform="rotate(30)"><rect width="5" height="5" fill="#c00"/></pattern>${BAR}`,
  ),
  'a picture as a pattern, as Figma exports': drawing(
    `<rect x="10" y="10" width="80" height="40" fill="url(#p)"/><defs><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(0.025 0.05)"/></pattern><image id="i" width="40" height="20" xlink:href="${picture('png')}"/></defs>`,
  ),
  'opacity of use': drawing(`<g id="a">${TWO}</g><use href="#a" x="20" y="5" opacity=".3"/>`),
  'a clip within a clip': drawing(
    `<clipPath id="a"><circle cx="40" cy="30" r="25"/></clipPath><clipPath id="b" clip-path="url(#a)"><rect x="30" y="10" width="50" height="40"/></clipPath><g clip-path="url(#b)">${TWO}</g>`,
  ),
  'a clip by two shapes': drawing(
    `<clipPath id="a"><circle cx="30" cy="30" r="15"/><rect x="50" y="25" width="20" height="20"/></clipPath><g clip-path="url(#a)">${TWO}</g>`,
  ),
  'an image that is faint': drawing(
    `<image href="${picture('png')}" x="10" y="10" width="80" height="40" opacity=".4"/>`,
  ),
  'an image that is cut': drawing(
    `<image href="${picture('png')}" x="10" y="10" width="50" height="40" preserveAspectRatio="xMidYMid slice"/>`,
  ),
};

/** Sizes, by what stands at the first element, with the width through the height that they mean. */
export const SIZES: readonly (readonly [attributes: string, ratio: number])[] = [
  ['width="2in" height="30mm" viewBox="0 0 200 100"', 50.8 / 30],
  ['width="2in" height="30mm" viewBox="0 0 200 100" preserveAspectRatio="none"', 50.8 / 30],
  ['width="100mm" height="60mm" viewBox="0 0 100 60"', 100 / 60],
  ['width="10cm" height="60mm" viewBox="0 0 100 60"', 100 / 60],
  ['width="72pt" height="1in" viewBox="0 0 100 60"', 1],
  ['width="6pc" height="48px" viewBox="0 0 100 60"', 2],
  ['width="10em" height="80" viewBox="0 0 100 60"', 2],
  ['width="100%" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['width="50%" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['width="200" viewBox="0 0 100 60"', 100 / 60],
  ['height="1in" viewBox="0 0 100 60"', 100 / 60],
  ['width="200" height="100%" viewBox="0 0 100 60"', 100 / 60],
  ['viewBox="0,0,100,60"', 100 / 60],
  ['viewBox="10 10 50 30"', 50 / 30],
  ['width="100" height="60"', 100 / 60],
  ['width="5cm" height="1in"', 50 / 25.4],
  ['width="auto" height="auto" viewBox="0 0 100 60"', 100 / 60],
  ['style="width:2in;height:1in" viewBox="0 0 100 60"', 2],
];
