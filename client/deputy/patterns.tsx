/** Hatchings over the shades of the classes, closest where least is served: the picture is legible in grey print. */
export const Patterns = () => (
  <defs>
    <pattern id="share-0" width="7" height="7" patternUnits="userSpaceOnUse">
      <path class="hatching" d="M0 7L7 0M0 0L7 7" />
    </pattern>
    <pattern id="share-1" width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="hatching" d="M-1 1L1 -1M0 6L6 0M5 7L7 5" />
    </pattern>
    <pattern id="share-2" width="12" height="12" patternUnits="userSpaceOnUse">
      <path class="hatching" d="M-1 1L1 -1M0 12L12 0M11 13L13 11" />
    </pattern>
    <pattern id="share-3" width="9" height="9" patternUnits="userSpaceOnUse">
      <circle class="hatching-dot" cx="4.5" cy="4.5" r="1" />
    </pattern>
  </defs>
);
