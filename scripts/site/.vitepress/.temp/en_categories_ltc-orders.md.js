import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"LTC orders","description":"Orders, goods and payments of the lead-to-cash (LTC) module.","frontmatter":{"title":"LTC orders","description":"Orders, goods and payments of the lead-to-cash (LTC) module.","layout":"category","view":{"title":"LTC orders","description":"Orders, goods and payments of the lead-to-cash (LTC) module.","operations":[{"id":"ltcGoodsList","title":"List LTC products","method":"GET","path":"/open-api/ltc/goods/list","call":"ltc.goodsList"},{"id":"ltcOrderAuditPass","title":"Approve an LTC order at its current approval node","method":"POST","path":"/open-api/ltc/order/audit/pass","call":"ltc.orderAuditPass"},{"id":"ltcOrderAuditSubmit","title":"Submit an LTC order for approval","method":"POST","path":"/open-api/ltc/order/audit/submit","call":"ltc.orderAuditSubmit"},{"id":"ltcOrderCreate","title":"Create an LTC order","method":"POST","path":"/open-api/ltc/order/create","call":"ltc.orderCreate"},{"id":"ltcOrderList","title":"List LTC orders","method":"GET","path":"/open-api/ltc/order/list","call":"ltc.orderList"},{"id":"ltcOrderMetadata","title":"Get the fields that creating an LTC order needs","method":"GET","path":"/open-api/ltc/order/metadata","call":"ltc.orderMetadata"},{"id":"ltcOrderOne","title":"Get one LTC order","method":"GET","path":"/open-api/ltc/order/one","call":"ltc.orderOne"},{"id":"ltcReturnedMoneyList","title":"List LTC payment receipts","method":"GET","path":"/open-api/ltc/returned_money/list","call":"ltc.returnedMoneyList"},{"id":"ltcReturnedMoneyOne","title":"Get one LTC payment receipt","method":"GET","path":"/open-api/ltc/returned_money/one","call":"ltc.returnedMoneyOne"}]}},"headers":[],"relativePath":"en/categories/ltc-orders.md","filePath":"en/categories/ltc-orders.md"}');
const _sfc_main = { name: "en/categories/ltc-orders.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/ltc-orders.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ltcOrders = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ltcOrders as default
};
