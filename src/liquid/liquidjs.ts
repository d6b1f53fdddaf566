/** The one place where liquidjs is imported: what plugin authors program against, and what the bridge to it needs. */
export { Liquid as LiquidjsLiquid, type LiquidOptions as LiquidjsOptions } from 'liquidjs';
