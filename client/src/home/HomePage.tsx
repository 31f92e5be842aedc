/** Stands in until this page is made. */
export default function HomePage() {
  return null;
}
