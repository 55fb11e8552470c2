import type { Random } from './random.ts';

// Taken out of the global once: in a test's sandbox each look at a global costs a microsecond.
const { PI, cos, sin } = Math;

/**
 * The direction of the valley at each point, radians: a smooth field of seven waves between 250 and 900 km long.
 * Villages that follow it from one to the next lie in winding lines, as along rivers.
 */
export function valleyField(random: Random): (longitude: number, latitude: number) => number {
  const waves = Array.from({ length: 7 }, () => {
    const degrees = random.between(2.3, 8);
    const heading = random.between(0, 2 * PI);
    const pace = (2 * PI) / degrees;
    return { x: pace * 0.67 * cos(heading), y: pace * sin(heading), phase: random.between(0, 2 * PI) };
  });
  return (longitude, latitude) => {
    let angle = 0;
    for (const { x, y, phase } of waves) angle += sin(x * longitude + y * latitude + phase);
    return angle;
  };
}
