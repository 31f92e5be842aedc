/** Stands in until this page is made. */
export default function LinksPage({ id }: { readonly id: string }) {
  return id;
}
