/** An object of Kubernetes, or a part of one. */
export interface Manifest { readonly [key: string]: unknown }
