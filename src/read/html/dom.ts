import { DOMParser } from 'linkedom';

/** The part of the DOM that the reader uses; linkedom's own types need the browser's library. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  textContent: string;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly children: Iterable<DomElement>;
  readonly childNodes: Iterable<DomNode>;
  innerHTML: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  append(...nodes: (DomNode | string)[]): void;
  replaceChildren(...nodes: DomNode[]): void;
  replaceWith(...nodes: DomNode[]): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement;
  createElement(name: string): DomElement;
}

const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
const isText = (node: DomNode) => node.nodeType === 3;

/** What is called on the way through a tree, in document order. */
interface Visitor {
  /** False: the children are not visited. */
  enter(element: DomElement, depth: number): boolean;
  leave?(element: DomElement): void;
  text?(text: string): void;
  /** Comments and the like. */
  other?(): void;
}

/** Walks a tree without recursion: a hostile page nests deeper than the stack. */
export function walk(root: DomElement, visitor: Visitor): void {
  let node: DomNode = root;
  let depth = 0;
  for (;;) {
    let inside = false;
    if (isElement(node)) inside = visitor.enter(node, depth);
    else if (isText(node)) visitor.text?.(node.textContent);
    else visitor.other?.();
    const child: DomNode | null = inside ? node.firstChild : null;
    if (child !== null) {
      node = child;
      depth++;
      continue;
    }
    if (isElement(node)) visitor.leave?.(node);
    while (node !== root && node.nextSibling === null) {
      const parent: DomElement | null = node.parentNode;
      if (parent === null) return;
      visitor.leave?.(parent);
      node = parent;
      depth--;
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}

const headOnly = new Set(['TITLE', 'META', 'LINK', 'SCRIPT', 'STYLE', 'BASE', 'NOSCRIPT', 'TEMPLATE', '#comment']);

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as DomDocument;

/**
 * Parses a page as far as a browser would mend it: one html element with one head and one body, whatever was left out
 * or stands outside. (linkedom takes the tags as they come.)
 */
export function parsePage(html: string): DomDocument {
  let page = parse(html);
  let root = page.querySelector('html');
  // Nested in something else, it is no root either.
  if (root === null || (root.parentNode as DomNode | null) !== page) {
    page = parse(`<html><head></head><body>${html}</body></html>`);
    root = page.documentElement;
  }
  const written = root.querySelector('body');
  const body = written ?? page.createElement('body');
  const strays: DomElement[] = [];
  for (const child of page.children) if (child !== root) strays.push(child);
  const loose: DomNode[] = [];
  for (const child of root.childNodes) if (child !== body && child.nodeName !== 'HEAD') loose.push(child);
  if (written === null)
    for (const child of root.querySelector('head')?.childNodes ?? [])
      if (!headOnly.has(child.nodeName)) loose.push(child);
  if (body.parentNode !== root) root.append(body);
  for (const child of [...loose, ...strays]) body.append(child);
  return page;
}
