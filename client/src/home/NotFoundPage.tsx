/** An address that leads nowhere. */
import '../ui/message.css';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TopBar } from '../ui/TopBar.tsx';

/** Says that there is nothing here and leads back. */
export default function NotFoundPage() {
  const text = useText(commonTexts);
  return (
    <div>
      <TopBar />
      <main className="message">
        <PageTitle>{text.notFound.title}</PageTitle>
        <p>{text.notFound.text}</p>
        <ButtonLink href="/" kind="primary">
          {text.home}
        </ButtonLink>
      </main>
    </div>
  );
}
