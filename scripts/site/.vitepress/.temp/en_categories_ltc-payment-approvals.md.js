import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"LTC payment approvals","description":"Approval of received payments in the lead-to-cash (LTC) module.","frontmatter":{"title":"LTC payment approvals","description":"Approval of received payments in the lead-to-cash (LTC) module.","layout":"category","view":{"title":"LTC payment approvals","description":"Approval of received payments in the lead-to-cash (LTC) module.","operations":[{"id":"ltcReturnedMoneyAuditUpdate","title":"Approve or reject an LTC payment receipt","method":"POST","path":"/open-api/ltc/returned_money/audit/update","call":"ltc.returnedMoneyAuditUpdate"}]}},"headers":[],"relativePath":"en/categories/ltc-payment-approvals.md","filePath":"en/categories/ltc-payment-approvals.md"}');
const _sfc_main = { name: "en/categories/ltc-payment-approvals.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/ltc-payment-approvals.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ltcPaymentApprovals = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ltcPaymentApprovals as default
};
