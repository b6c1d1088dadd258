// The layouts by themselves: loading the whole domain on demand would put all of it into every command's start.
export { accountFile, allowanceFile, builtInInvoiceMap, deliverableFile, invoiceFile } from "@cimpro/domain";
