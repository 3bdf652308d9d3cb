import type { Catalogue } from '../../../../templates/engine/catalogue.js'

/** The templates of this moment; a changed folder makes a new catalogue. */
export type CurrentCatalogue = () => Catalogue
