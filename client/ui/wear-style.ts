/** Fetches a style sheet that the page names in its head, once, and waits until it is worn. */
export function wearStyle(name: string): Promise<void> {
  const href = document.querySelector<HTMLMetaElement>(`meta[name='${name}']`)!.content;
  if (document.querySelector(`link[rel=stylesheet][href='${href}']`) !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new TypeError(`${href} did not come.`));
    });
    document.head.append(link);
  });
}
