/** Where the link of a letter leads that has the focus: the mouse shows its title, the keyboard has nothing like it. */
import { useEffect, useState } from 'preact/hooks';

export function LinkAddress() {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const follow = ({ type, target }: Event) => {
      const link =
        type === 'focusin' && target instanceof Element && target.closest('.textLayer a');
      setAddress(link instanceof HTMLAnchorElement ? link.href : '');
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', follow);
    };
  }, []);
  // Screen readers know the address as the link's title.
  return address === '' ? null : (
    <p class="link-address" dir="ltr" aria-hidden="true">
      {address}
    </p>
  );
}
