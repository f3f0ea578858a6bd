/** The five heights from which the relief is held to what was found good. */
export const GOLDEN_VIEWS: readonly { readonly id: string; readonly query: string }[] = [
  { id: 'earth', query: 'camera=104.5,19,11500000,0,-90' },
  { id: 'region', query: 'camera=104.1,17.6,560000,0,-52' },
  { id: 'province', query: 'camera=104.5,21.35,75000,325,-38' },
  { id: 'valley', query: 'camera=103.99,22.21,6500,300,-22' },
  { id: 'close', query: 'camera=104.17,21.745,3300,335,-24' },
];
