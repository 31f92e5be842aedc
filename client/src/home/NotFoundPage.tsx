/** An address that leads nowhere. */
import '../ui/message.css';
import { commonTexts } from '../i18n/common.ts';
import { notFoundTexts } from '../i18n/not-found.ts';
import { useText } from '../i18n/use-text.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TopBar } from '../ui/TopBar.tsx';

/** Says that there is nothing here and leads back. */
export default function NotFoundPage() {
  const { home } = useText(commonTexts);
  const text = useText(notFoundTexts);
  return (
    <div>
      <TopBar />
      <main className="message">
        <PageTitle>{text.title}</PageTitle>
        <p>{text.text}</p>
        <ButtonLink href="/" kind="primary">
          {home}
        </ButtonLink>
      </main>
    </div>
  );
}
