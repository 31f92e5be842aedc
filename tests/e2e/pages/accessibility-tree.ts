/** What Chromium tells a screen reader, read through its own protocol. */
import type { Page } from '@playwright/test';

export interface TreeItem {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** From 1 among those of its role in the same parent, and how many there are. */
  readonly position: number;
  readonly of: number;
  /** Names of headings, lists and regions around it, outermost first. */
  readonly within: readonly string[];
  /** All text in it, as it is read. */
  readonly text: string;
}

interface RawNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
}

const asText = (value: { readonly value?: unknown } | undefined): string =>
  typeof value?.value === 'string' ? value.value : '';

/** Every item of a role, in the order of the tree. */
export async function readTree(page: Page, role: string): Promise<readonly TreeItem[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly RawNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (node: RawNode): string => {
    const inside = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const words = asText(node.role) === 'StaticText' ? [asText(node.name)] : inside.map(textOf);
    return words.filter(Boolean).join(' ');
  };
  const around = (node: RawNode): readonly string[] => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    if (parent === undefined) return [];
    return [...around(parent), ...(parent.ignored ? [] : [asText(parent.name)])].filter(Boolean);
  };
  const siblingsOf = (node: RawNode): readonly string[] => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    return (parent?.childIds ?? []).filter((id) => asText(byId.get(id)?.role) === role);
  };
  // The protocol gives nodes level by level; a screen reader goes into depth.
  const inOrder = (node: RawNode | undefined): readonly RawNode[] =>
    node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))];
  return inOrder(nodes.find(({ parentId }) => parentId === undefined))
    .filter((node) => !node.ignored && asText(node.role) === role)
    .map((node) => ({
      role,
      name: asText(node.name),
      description: asText(node.description),
      position: siblingsOf(node).indexOf(node.nodeId) + 1,
      of: siblingsOf(node).length,
      within: around(node),
      text: textOf(node),
    }));
}
