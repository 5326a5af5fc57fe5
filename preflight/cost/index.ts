export { type Cost, type CostIntent, costOf, type CostRow, type CostShare, type UnpricedRow } from "./cost";
export { type Price, type PriceKey, type PriceList, priceOf } from "./priceKeys";
export { readPriceFile, readPrices } from "./readPrices";
