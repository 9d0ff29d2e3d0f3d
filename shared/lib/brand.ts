declare const brand: unique symbol

/** A string or number that only its own parser may make: a case's id cannot be passed where a department's is meant. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
