import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"客户积分管理","description":"客户积累的积分。","frontmatter":{"title":"客户积分管理","description":"客户积累的积分。","layout":"category","view":{"title":"客户积分管理","description":"客户积累的积分。","operations":[{"id":"externalUserIntegralList","title":"批量获取客户积分","method":"POST","path":"/open-api/external_user/integral/list","call":"externalUser.integralList"},{"id":"externalUserIntegralRecordList","title":"获取单个客户积分明细记录","method":"GET","path":"/open-api/external_user/integral/record/list","call":"externalUser.integralRecordList"},{"id":"integralBatchUpdate","title":"批量增减客户积分","method":"POST","path":"/open-api/integral/batch/update","call":"integral.batchUpdate"}]}},"headers":[],"relativePath":"categories/customer-points.md","filePath":"categories/customer-points.md"}');
const _sfc_main = { name: "categories/customer-points.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/customer-points.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const customerPoints = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  customerPoints as default
};
