/** The most one event may take as JSON text, characters. CouchDB's own limit is 8 MB. */
export const eventLimit = 1_000_000
/** The most one attached file may take, bytes. */
export const blobLimit = 20 * 1024 * 1024
/** Past any honest count of events: a forged counter at the end of the numbers would leave nobody a later place. */
export const lamportLimit = 1_000_000_000
/** The probe of provisioning; refused by every function of ours, whoever writes it. */
export const probeId = 'otklik-probe'
