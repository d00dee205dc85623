import { forwardRef } from "react";

/** Stands in for react-remove-scroll: passes everything through and locks nothing. */
export const RemoveScroll = forwardRef(function RemoveScroll({ as: Element = "div", allowPinchZoom, shards, ...rest }, ref) {
  return <Element ref={ref} {...rest} />;
});
