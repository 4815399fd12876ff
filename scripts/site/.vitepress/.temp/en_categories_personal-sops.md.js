import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Personal SOPs","description":"Standard operating procedures (SOPs) for one-to-one contact.","frontmatter":{"title":"Personal SOPs","description":"Standard operating procedures (SOPs) for one-to-one contact.","layout":"category","view":{"title":"Personal SOPs","description":"Standard operating procedures (SOPs) for one-to-one contact.","operations":[{"id":"staffSopList","title":"List personal SOPs","method":"GET","path":"/open-api/staff_sop/list","call":"staffSop.list"},{"id":"staffSopOneExecuteRecord","title":"List the execution records of one personal SOP","method":"GET","path":"/open-api/staff_sop/one/execute_record","call":"staffSop.oneExecuteRecord"},{"id":"staffSopOneRuleList","title":"List the rules of one personal SOP","method":"GET","path":"/open-api/staff_sop/one/rule/list","call":"staffSop.oneRuleList"}]}},"headers":[],"relativePath":"en/categories/personal-sops.md","filePath":"en/categories/personal-sops.md"}');
const _sfc_main = { name: "en/categories/personal-sops.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/personal-sops.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const personalSops = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  personalSops as default
};
