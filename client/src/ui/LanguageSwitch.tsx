/** The other language, named in itself. */
import { setLanguage } from '../i18n/language.ts';
import { useLocale } from '../i18n/use-text.ts';
import { Button } from './Button.tsx';

/** Switches between Dutch and English; the choice stays on this device. */
export function LanguageSwitch() {
  const locale = useLocale();
  const other = locale === 'nl' ? 'en' : 'nl';
  return (
    <Button kind="quiet" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : 'Nederlands'}
    </Button>
  );
}
