/** Stands in until this page is made. */
export default function LinksPage() {
  return null;
}
